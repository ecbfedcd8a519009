import type { AnswerOf, CallName, RequestOf } from "../engine/protocol";
import { useQuery, type Query, type QueryOptions } from "./use-query";
import { useAsk } from "./use-session";

/** The engine's answer to a request that keeps changing; null asks nothing. */
export function useCall<C extends CallName>(
  call: C,
  request: RequestOf<C> | null,
  options?: QueryOptions<RequestOf<C>, AnswerOf<C>>,
): Query<RequestOf<C>, AnswerOf<C>> {
  const ask = useAsk();
  return useQuery(request, (about: RequestOf<C>, signal) => ask(call, about, signal), options);
}
