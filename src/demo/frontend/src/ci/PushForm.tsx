import { useState, type FormEvent } from "react";
import type { Project } from "../api/works";
import { Dialog } from "../overlay/Dialog";
import { usePlayground } from "../shell/playground";

/** Pushes a commit, for which the CI starts a workflow. */
export function PushForm({ projects, close }: { projects: Project[]; close: () => void }) {
  const { as, act } = usePlayground();
  const [project, setProject] = useState(projects[0]?.name ?? "");
  const [branch, setBranch] = useState("main");
  const [message, setMessage] = useState("Round invoices half-even");
  const push = async (event: FormEvent) => {
    event.preventDefault();
    if ((await act("ci/push", { project, branch, message, as })) !== null) {
      close();
    }
  };
  return (
    <Dialog title="Push a commit" close={close}>
      <form onSubmit={(event) => void push(event)}>
        <div className="dialog-body fields">
          <label>
            Project
            <select value={project} onChange={(event) => setProject(event.target.value)}>
              {projects.map((each) => (
                <option key={each.id}>{each.name}</option>
              ))}
            </select>
          </label>
          <label>
            Branch
            <input required value={branch} onChange={(event) => setBranch(event.target.value)} />
          </label>
          <label>
            Message
            <input required value={message} onChange={(event) => setMessage(event.target.value)} />
          </label>
        </div>
        <footer>
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Push
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
