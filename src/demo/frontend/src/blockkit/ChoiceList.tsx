import { useId } from "react";
import type { Json } from "../api/workspace";
import { flat } from "./options";
import type { Value } from "./surface";

interface Props {
  element: Json;
  value: Value;
  labelledBy?: string;
  choose: (value: Value) => void;
}

/** Radio buttons and check boxes. */
export function ChoiceList({ element, value, labelledBy, choose }: Props) {
  const name = useId();
  const many = element.type === "checkboxes";
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const toggled = (each: string) => {
    const next = chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each];
    choose(many ? next : each);
  };
  return (
    <div className="choices" role={many ? "group" : "radiogroup"} aria-labelledby={labelledBy}>
      {flat({ options: element.options }).map((option) => (
        <label key={option.value}>
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            checked={chosen.includes(option.value)}
            onChange={() => toggled(option.value)}
          />
          {option.words}
          {option.description && <span className="faint"> {option.description}</span>}
        </label>
      ))}
    </div>
  );
}
