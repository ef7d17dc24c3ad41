import { useState, type FormEvent } from "react";
import type { Parameter, Pipeline } from "../api/works";
import { Dialog } from "../overlay/Dialog";
import { usePlayground } from "../shell/playground";

/** A promotion as if on Semaphore's own page, unknown to the bot beforehand. */
export function PromoteForm({ pipeline, close }: { pipeline: Pipeline; close: () => void }) {
  const { as, act } = usePlayground();
  const [name, setName] = useState(pipeline.promotable[0]?.name ?? "");
  const [values, setValues] = useState<Record<string, string>>({});
  const promotion = pipeline.promotable.find((each) => each.name === name);
  const promote = async (event: FormEvent) => {
    event.preventDefault();
    const parameters = Object.fromEntries(
      (promotion?.parameters ?? [])
        .map((each) => [each.name, values[each.name] ?? each.default ?? ""] as const)
        .filter(([, value]) => value !== ""),
    );
    if ((await act("ci/promote", { pipeline: pipeline.id, promotion: name, as, parameters })) !== null) {
      close();
    }
  };
  return (
    <Dialog title="Promote on the web" close={close}>
      <form onSubmit={(event) => void promote(event)}>
        <div className="dialog-body fields">
          <label>
            Promotion
            <select value={name} onChange={(event) => setName(event.target.value)}>
              {pipeline.promotable.map((each) => (
                <option key={each.name}>{each.name}</option>
              ))}
            </select>
          </label>
          {promotion?.parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name] ?? parameter.default ?? ""}
              set={(value) => setValues((before) => ({ ...before, [parameter.name]: value }))}
            />
          ))}
        </div>
        <footer>
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Promote
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  parameter: Parameter;
  value: string;
  set: (value: string) => void;
}

function ParameterField({ parameter, value, set }: FieldProps) {
  const options = parameter.options ?? [];
  return (
    <label>
      <span>
        {parameter.name}
        {!parameter.required && <span className="faint"> (optional)</span>}
      </span>
      {options.length > 0 ? (
        <select required={parameter.required} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">–</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input required={parameter.required} value={value} onChange={(event) => set(event.target.value)} />
      )}
    </label>
  );
}
