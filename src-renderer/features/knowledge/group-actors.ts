import type {
  AnchoredActor,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";

export interface ActorGroup {
  readonly title: string;
  readonly actors: readonly AnchoredActor[];
}

const TITLES: Readonly<Record<string, string>> = {
  "united-states": "NATO and allies",
  nato: "NATO and allies",
  csto: "CSTO and members",
  russia: "CSTO and members",
};

/** Actors that hold positions, grouped by the alliance their affiliation leads to; the rest stand apart. */
export function groupActors({
  actors,
  positions,
}: Pick<KnowledgeOverview, "actors" | "positions">): ActorGroup[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const holders = actors.filter((actor) =>
    positions.some((position) => position.actor === actor.id),
  );
  const groups = Map.groupBy(holders, (actor) => titleFor(actor, byId));
  return ["NATO and allies", "CSTO and members", "Others"].flatMap((title) => {
    const members = groups.get(title) ?? [];
    return members.length > 0 ? [{ title, actors: members }] : [];
  });
}

function titleFor(
  actor: AnchoredActor,
  byId: ReadonlyMap<string, AnchoredActor>,
): string {
  const seen = new Set<string>();
  for (
    let at: AnchoredActor | undefined = actor;
    at && !seen.has(at.id);
    at = byId.get(at.affiliation ?? "")
  ) {
    seen.add(at.id);
    const title = TITLES[at.id];
    if (title) return title;
    if (/\bCSTO\b/u.test(at.affiliationNote ?? "")) return "CSTO and members";
    if (/\bNATO\b/u.test(at.affiliationNote ?? "")) return "NATO and allies";
  }
  return "Others";
}
