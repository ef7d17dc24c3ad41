import { useState, type FormEvent } from "react";
import type { Json, OpenView } from "../api/workspace";
import { Blocks } from "../blockkit/Blocks";
import { initialOf } from "../blockkit/options";
import { SurfaceProvider, type Values } from "../blockkit/surface";
import { NO_ERRORS, useSurfaceOf } from "../blockkit/target";
import { Dialog } from "../overlay/Dialog";
import { AccountPage } from "../phone/AccountPage";
import { Phone } from "../phone/Phone";
import type { PhoneEntry } from "../phone/authenticator";
import { usePlayground } from "../shell/playground";

/** A field that wants what a phone shows, which the person would hold beside the screen. */
const CODE = /^code from your authenticator/i;

/** A field that wants what the person would copy from Semaphore. */
const TOKEN = /^your semaphore api token/i;

/** A modal that the app opened for this person. It stays open until the app has accepted what was entered. */
export function ModalView({ open, phone }: { open: OpenView; phone: PhoneEntry[] }) {
  const { as, act } = usePlayground();
  const [errors, setErrors] = useState(NO_ERRORS);
  const [busy, setBusy] = useState(false);
  const surface = useSurfaceOf({ view: open.id }, errors);
  const { view } = open;

  const code = field(view.blocks, CODE);
  const token = field(view.blocks, TOKEN);
  const enterInto = (block: Json) => (text: string) => surface.setValue(block.block_id, block.element.action_id, text);
  const close = () => void act("views/close", { as, view: open.id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const values = entered(view.blocks, surface.values);
    const answer = await act<{ errors?: Record<string, string> }>("views/submit", { as, view: open.id, values });
    setErrors(answer?.errors ?? NO_ERRORS);
    setBusy(false);
  };
  return (
    <Dialog title={view.title?.text ?? "Signalman"} close={close} className="modal">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="dialog-body">
          <SurfaceProvider value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceProvider>
        </div>
        {code && phone.length > 0 && <Phone entries={phone} enter={enterInto(code)} />}
        {token && <AccountPage enter={enterInto(token)} />}
        <footer>
          <button type="button" onClick={close}>
            {view.close?.text ?? "Cancel"}
          </button>
          {view.submit && (
            <button type="submit" className="primary" disabled={busy}>
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function field(blocks: Json[], label: RegExp): Json | undefined {
  return blocks.find((block) => block.type === "input" && block.element && label.test(String(block.label?.text)));
}

/** All inputs with their values; an untouched input has its initial value. */
function entered(blocks: Json[], held: Values): Values {
  const inputs = blocks.filter((block) => block.type === "input" && block.element);
  return Object.fromEntries(
    inputs.map(({ block_id: blockId, element }) => {
      const value = held[blockId]?.[element.action_id];
      return [blockId, { [element.action_id]: value === undefined ? initialOf(element as Json) : value }];
    }),
  );
}
