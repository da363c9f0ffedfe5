import type { Session } from "./session";

/**
 * Reads originals again whose parsed form is not there, and has them indexed. One after another: a library that comes to
 * another machine has none of them, and a hundred thousand files at once are more than a process may open.
 */
export function mendTexts(session: Session): (id: string) => void {
  const waiting: string[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    try {
      // The last first: it is the one that somebody has just asked for.
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
        await mendText(session, id);
    } finally {
      isRunning = false;
    }
  };
  return (id) => {
    waiting.push(id);
    if (!isRunning) void run();
  };
}

async function mendText(session: Session, id: string): Promise<void> {
  const structured = await session.items.find(id)?.structured();
  if (structured?.ok) await session.search?.changed([`item/${id}`]);
}
