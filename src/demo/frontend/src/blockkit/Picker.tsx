import { useEffect, useId, useRef, useState } from "react";
import type { Json } from "../api/workspace";
import { usePlayground } from "../shell/playground";
import { Menu } from "./Menu";
import { flat, initialOf, optionsOf, type Option } from "./options";
import { useSurface, type Value } from "./surface";

interface Props {
  blockId: string;
  element: Json;
  busy?: boolean;
  /** The current choice; if omitted, the menu shows its initial value. */
  value?: Value;
  labelledBy?: string;
  invalid?: boolean;
  choose: (value: Value) => void;
}

/** Any menu of Slack's: a button, and below it the options with a field to filter them. */
export function Picker({ blockId, element, busy, value, labelledBy, invalid, choose }: Props) {
  const { workspace } = usePlayground();
  const surface = useSurface();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<Record<string, string>>({});
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const multiple = String(element.type).startsWith("multi_");
  const external = String(element.type).includes("external");
  const least: number = element.min_query_length ?? 3;
  const overflow = element.type === "overflow";
  const held = value === undefined ? initialOf(element) : value;
  const own = optionsOf(element, workspace);

  // A click elsewhere closes the menu, and the focus stays there.
  useEffect(() => {
    const elsewhere = (event: MouseEvent) => {
      if (!button.current?.parentElement?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener("mousedown", elsewhere);
    return () => document.removeEventListener("mousedown", elsewhere);
  }, []);

  const find = async (query: string): Promise<Option[]> => {
    if (!external) {
      return own.filter((option) => option.words.toLowerCase().includes(query.toLowerCase()));
    }
    return query.length < least ? [] : flat(await surface.options(blockId, element.action_id, query));
  };
  const picked = (option: Option) => {
    setKnown((before) => ({ ...before, [option.value]: option.words }));
    if (!multiple) {
      close();
      choose(option.value);
      return;
    }
    const all = Array.isArray(held) ? held : [];
    choose(all.includes(option.value) ? all.filter((each) => each !== option.value) : [...all, option.value]);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const words = (each: string) =>
    known[each] ?? own.find((option) => option.value === each)?.words ?? initialWords(element, each) ?? each;
  const shown = Array.isArray(held) ? held.map(words).join(", ") : held === null ? "" : words(held);
  return (
    <div className="picker">
      <button
        ref={button}
        id={id}
        type="button"
        className={overflow ? "overflow" : "select"}
        aria-disabled={busy}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-invalid={invalid || undefined}
        aria-labelledby={labelledBy ? `${labelledBy} ${id}` : undefined}
        aria-label={overflow ? "More actions" : undefined}
        onClick={() => setOpen(!open)}
      >
        {overflow ? "⋯" : shown || String(element.placeholder?.text ?? "Choose an option")}
      </button>
      {open && (
        <Menu
          find={find}
          chosen={Array.isArray(held) ? held : held === null ? [] : [held]}
          filter={!overflow}
          hint={external && least > 0 ? `Type ${least} letters or more` : undefined}
          pick={picked}
          close={close}
        />
      )}
    </div>
  );
}

function initialWords(element: Json, value: string): string | undefined {
  const initial: Json[] = [element.initial_option, ...(element.initial_options ?? [])].filter(Boolean);
  return initial.find((option) => option.value === value)?.text?.text;
}
