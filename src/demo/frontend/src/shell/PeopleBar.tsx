import { useEffect, useRef } from "react";
import type { Workspace } from "../api/workspace";
import { Avatar } from "../chat/Avatar";

interface Props {
  workspace: Workspace;
  become: (person: string) => void;
}

/** The people to play, one click each. */
export function PeopleBar({ workspace, become }: Props) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // On a phone they do not all fit.
    current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [workspace.you]);
  return (
    <div className="people" role="group" aria-label="You are">
      <span aria-hidden="true">You are</span>
      {workspace.people.map((person) => (
        <button
          key={person.id}
          ref={person.id === workspace.you ? current : undefined}
          type="button"
          aria-pressed={person.id === workspace.you}
          title={`${person.name}: ${person.role}`}
          onClick={() => become(person.id)}
        >
          <Avatar id={person.id} name={person.name} small />
          <span className="name">{person.name}</span> <span className="role">{person.role}</span>
        </button>
      ))}
    </div>
  );
}
