import { useId } from "react";
import type { Json } from "../api/workspace";
import { InputElement } from "./InputElement";
import { useSurface } from "./surface";

/** A labelled input with its hint and the app's error. */
export function InputBlock({ block }: { block: Json }) {
  const { errors, press } = useSurface();
  const id = useId();
  const error = errors[block.block_id];
  const dispatch = block.dispatch_action
    ? (value: string | string[] | null) => void press(block.block_id, block.element.action_id, value)
    : undefined;
  return (
    <div className={error ? "input-block wrong" : "input-block"}>
      <label id={`${id}-label`} htmlFor={id}>
        {String(block.label?.text ?? "")}
        {block.optional && <span className="faint"> (optional)</span>}
      </label>
      <InputElement
        blockId={block.block_id}
        element={block.element}
        id={id}
        describedBy={`${id}-error ${id}-hint`}
        invalid={Boolean(error)}
        changed={dispatch}
      />
      <p id={`${id}-error`} className="error" role={error ? "alert" : undefined}>
        {error}
      </p>
      {block.hint && (
        <p id={`${id}-hint`} className="faint">
          {String(block.hint.text)}
        </p>
      )}
    </div>
  );
}
