import { WILDCARD } from "./template";

/** A template that is still learning: the tokens that its messages share, and WILDCARD where they differ. */
interface Cluster {
  readonly id: number;
  tokens: string[];
}

interface Branch {
  readonly children: Map<string, Branch>;
  /** At the last level of the tree. */
  readonly clusters: Cluster[];
}

export interface DrainSettings {
  /** Levels of the tree: the length of a message, then its first words, then templates. */
  readonly depth: number;
  /** Share of its words in which a message has to agree with a template. */
  readonly similarity: number;
  /** Words that a place of the tree tells apart; all others go one way. */
  readonly maxChildren: number;
  /** So many templates are told apart; what fits none of them then is a message of its own kind no more. */
  readonly maxTemplates: number;
}

/** As published, but for the bound on templates. */
export const drainSettings: DrainSettings = { depth: 4, similarity: 0.5, maxChildren: 100, maxTemplates: 2000 };

/** No template: there were as many as are told apart, and none of them fits. */
export const NO_TEMPLATE = -1;

/**
 * Finds the templates of log messages one message after the other, in time that does not grow with their number: a tree of
 * fixed depth leads by the number of words and by the first of them to a few templates; the message joins the most
 * similar one, or begins a new one. He, Zhu, Zheng, Lyu: Drain: An Online Log Parsing Approach with Fixed Depth Tree,
 * ICWS 2017.
 *
 * Departures: what is a value by its looks is masked with its kind (`<num>`, `<ip>`) and not with one mark for all, and counts
 * as a word like others; the number of templates is bounded.
 */
export class Drain {
  private readonly root: Branch = branch();
  private readonly clusters: Cluster[] = [];

  constructor(private readonly settings: DrainSettings = drainSettings) {}

  /** The number of the template that a message joins. Its words are masked already. */
  add(tokens: readonly string[]): number {
    const leaf = this.leafOf(tokens);
    const best = this.mostSimilar(leaf.clusters, tokens);
    if (best) {
      best.tokens = best.tokens.map((token, at) => (token === tokens[at] ? token : WILDCARD));
      return best.id;
    }
    if (this.clusters.length >= this.settings.maxTemplates) return NO_TEMPLATE;
    const cluster = { id: this.clusters.length, tokens: [...tokens] };
    this.clusters.push(cluster);
    leaf.clusters.push(cluster);
    return cluster.id;
  }

  /** The tokens of each template, by its number, as they are by now. */
  templates(): readonly (readonly string[])[] {
    return this.clusters.map(({ tokens }) => tokens);
  }

  /** The place of the tree where messages of so many words that begin so are. */
  private leafOf(tokens: readonly string[]): Branch {
    let at = childOf(this.root, String(tokens.length));
    const words = Math.min(this.settings.depth - 2, tokens.length);
    for (let place = 0; place < words; place++) at = this.step(at, tokens[place] ?? "");
    return at;
  }

  private step({ children }: Branch, token: string): Branch {
    // Words with digits are values more often than not: they would make a branch each.
    const key = /\d/.test(token) ? WILDCARD : token;
    const known = children.get(key);
    if (known) return known;
    const isFull = children.size >= this.settings.maxChildren - 1;
    const own = isFull ? WILDCARD : key;
    const next = children.get(own) ?? branch();
    children.set(own, next);
    return next;
  }

  private mostSimilar(clusters: readonly Cluster[], tokens: readonly string[]): Cluster | null {
    let best: Cluster | null = null;
    let highest = -1;
    let mostOpen = -1;
    for (const cluster of clusters) {
      let same = 0;
      let open = 0;
      cluster.tokens.forEach((token, at) => {
        if (token === WILDCARD) open++;
        else if (token === tokens[at]) same++;
      });
      if (same < highest || (same === highest && open <= mostOpen)) continue;
      [best, highest, mostOpen] = [cluster, same, open];
    }
    return best && highest >= this.settings.similarity * tokens.length ? best : null;
  }
}

function branch(): Branch {
  return { children: new Map(), clusters: [] };
}

function childOf({ children }: Branch, key: string): Branch {
  const known = children.get(key);
  if (known) return known;
  const fresh = branch();
  children.set(key, fresh);
  return fresh;
}
