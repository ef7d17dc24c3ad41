import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Option } from "./options";

interface Props {
  find: (query: string) => Promise<Option[]>;
  chosen: string[];
  /** Whether there is a field to filter by; a menu of actions has none. */
  filter: boolean;
  hint?: string;
  /** The text for an empty menu. */
  nothing?: string;
  pick: (option: Option) => void;
  close: () => void;
}

/** The open part of a menu. Arrows move, Enter picks, Escape closes; the focus stays in the field. */
export function Menu({ find, chosen, filter, hint, nothing = "Nothing found", pick, close }: Props) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Option[] | null>(null);
  const [active, setActive] = useState(0);
  const asked = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [up, setUp] = useState(false);
  const id = useId();

  useEffect(() => {
    const order = ++asked.current;
    void find(query).then((options) => {
      if (asked.current === order) {
        setFound(options);
        setActive(0);
      }
    });
    // Each redraw of the message brings a new `find`, but the query is the same.
  }, [query]);
  useEffect(() => {
    field.current?.focus();
  }, []);

  useLayoutEffect(() => {
    if (found) {
      setUp(hasNoRoomBelow(box.current));
    }
  }, [found]);

  const options = found ?? [];
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && options.length > 0) {
      setActive((active + move + options.length) % options.length);
    } else if (event.key === "Enter" && options[active]) {
      pick(options[active]);
    } else if (event.key === "Escape" || event.key === "Tab") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={up ? "menu up" : "menu"} onKeyDown={keys}>
      <input
        ref={field}
        type="text"
        role="combobox"
        className={filter ? undefined : "unseen"}
        readOnly={!filter}
        aria-label={filter ? "Filter the options" : "Actions"}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
        placeholder={hint ?? "Filter"}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul role="listbox" id={`${id}-list`} aria-label="Options">
        {options.map((option, at) => (
          <li
            key={`${option.group ?? ""}/${option.value}/${at}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={chosen.includes(option.value)}
            className={at === active ? "active" : undefined}
            onMouseEnter={() => setActive(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.group && option.group !== options[at - 1]?.group && <span className="group">{option.group}</span>}
            {option.words}
            {option.description && <span className="faint">{option.description}</span>}
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className="faint">{hint && query === "" ? hint : nothing}</p>}
    </div>
  );
}

/** Whether the list that scrolls would cut a menu off at its end, and not at its beginning. */
function hasNoRoomBelow(menu: HTMLElement | null): boolean {
  const list = menu?.closest(".scroll, .home");
  const button = menu?.parentElement;
  if (!menu || !list || !button) {
    return false;
  }
  const room = list.getBoundingClientRect();
  const { top, bottom } = button.getBoundingClientRect();
  const height = menu.offsetHeight;
  return bottom + height > room.bottom && top - height > room.top;
}
