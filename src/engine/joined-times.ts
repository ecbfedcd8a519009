import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import { halvesOf, joinableTimes, othersOf, withJoinedTimes } from "../core/data/join-times";
import type { RoleGuess } from "../core/data/role";
import type { JoinedTime, ReadPlan } from "./protocol";

interface Joined {
  readonly columns: readonly Column[];
  readonly joinable: readonly JoinedTime[];
}

/** The columns of a table with dates and times of day as one time, where the plan says so or the case is clear. */
export function joinedIn({ columns }: Dataset, { joined }: ReadPlan): Joined {
  const joinable = joinableTimes(columns).map(({ isClear, ...pair }) => ({
    ...pair,
    halves: halvesOf(columns, pair),
    isJoined: joined ? joined.some((one) => one.date === pair.date && one.clock === pair.clock) : isClear,
  }));
  const pairs = joinable.filter(({ isJoined }) => isJoined);
  return { columns: withJoinedTimes(columns, pairs), joinable };
}

/** Roles with the times of day left out that are in the time already. */
export function withoutClocks(
  roles: readonly RoleGuess[],
  columns: readonly Column[],
  joinable: readonly JoinedTime[],
): readonly RoleGuess[] {
  return roles.map((role, at) => {
    const pair = joinable.find((one) => one.isJoined && othersOf(one).includes(at));
    const date = pair && columns[pair.date];
    return date ? { role: "ignore", why: { code: "role.joined", values: { column: date.name } } } : role;
  });
}
