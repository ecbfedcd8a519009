/** Types only: what threads of the pool are given to do. */
import type { ClassAnswers } from "../../core/detect/class-answers";
import type { PlainSamples } from "../../core/detect/plain-samples";
import type { Range } from "../../core/detect/ranges";
import type { Spread } from "../../core/detect/spread";
import type { Note } from "../../core/data/note";
import type { CallTools } from "../calls/host";
import type { RunRequest } from "../protocol";
import type { Said } from "../run-context";

/** A piece of work that needs nothing but what it is sent. All of it is plain data. */
export interface Task<Request, Loans, Answer> {
  readonly request: Request;
  /** Large things by their names, which several tasks need: each thread is sent them once. */
  readonly loans: Loans;
  readonly answer: Answer;
}

/** Every task by its name. Declared here, and done in `do-tasks.ts`. */
export interface PoolTasks {
  /** Fits a detector. The thread may keep the model for what is scored next. */
  fit: Task<
    Pick<RunRequest, "detector" | "params" | "seed" | "backend">,
    { readonly learned: PlainSamples },
    Said & { readonly model: unknown }
  >;
  /** Scores a range of the samples; names their classes where the detector was taught some. */
  score: Task<
    Range & { readonly detector: string },
    { readonly samples: PlainSamples; readonly model: unknown },
    { readonly scores: Float64Array; readonly answers: ClassAnswers | null; readonly notes: readonly Note[] }
  >;
  /** Does a part of a detector's work for a task that waits for it. */
  part: Task<{ readonly part: string; readonly input: unknown }, { readonly shared: unknown }, unknown>;
}

export type TaskName = keyof PoolTasks;
export type TaskRequest<T extends TaskName> = PoolTasks[T]["request"];
export type TaskLoans<T extends TaskName> = PoolTasks[T]["loans"];
export type TaskAnswer<T extends TaskName> = PoolTasks[T]["answer"];

/** What a task may do beside what calls may: leave something in the thread, and have parts done by others. */
export interface TaskTools extends CallTools {
  /** Keeps it in this thread under the loan that the task was given for it; does nothing where it was given none. */
  keep(value: unknown): void;
  readonly spread: Spread;
}

export type TaskHandlers = {
  readonly [T in TaskName]: (request: TaskRequest<T>, loans: TaskLoans<T>, tools: TaskTools) => Promise<TaskAnswer<T>>;
};
