import type { ReactNode } from "react";
import type { Json } from "../api/workspace";
import { ActionElement, DRAWN_HERE } from "./ActionElement";
import { InputBlock } from "./InputBlock";
import { PlainBlocks } from "./PlainBlocks";

/** Blocks in order. Adjacent blocks without controls go to the library together. */
export function Blocks({ blocks }: { blocks: Json[] }) {
  const drawn: ReactNode[] = [];
  let plain: Json[] = [];
  const flush = (key: string) => {
    if (plain.length > 0) {
      drawn.push(<PlainBlocks key={key} blocks={plain} />);
      plain = [];
    }
  };
  blocks.forEach((block, at) => {
    const own = interactive(block, at);
    if (own) {
      flush(`before-${at}`);
      drawn.push(own);
    } else {
      plain.push(block);
    }
  });
  flush("last");
  return <div className="blocks">{drawn}</div>;
}

/** Blocks that the library silently drops. */
const NOT_DRAWN = new Set(["data_table", "call", "share_shortcut"]);

/** Input values belong to a block; a pressed control stays in place when a redraw changes its block's id. */
function interactive(block: Json, at: number): ReactNode | null {
  const key = block.type === "input" && block.block_id ? String(block.block_id) : `at-${at}`;
  if (block.type === "actions") {
    return <Actions key={key} block={block} />;
  }
  if (block.type === "input") {
    return <InputBlock key={key} block={block} />;
  }
  if (block.type === "section" && DRAWN_HERE.has(block.accessory?.type)) {
    return <SectionWithAccessory key={key} block={block} />;
  }
  if (NOT_DRAWN.has(block.type)) {
    return (
      <p key={key} className="faint">
        A block of the type {block.type}, which this page does not draw.
      </p>
    );
  }
  return null;
}

function Actions({ block }: { block: Json }) {
  return (
    <div className="actions">
      {(block.elements as Json[]).map((element, at) => (
        <ActionElement key={element.action_id ?? at} blockId={block.block_id} element={element} />
      ))}
    </div>
  );
}

function SectionWithAccessory({ block }: { block: Json }) {
  const { accessory, ...section } = block;
  return (
    <div className="section-with-accessory">
      <PlainBlocks blocks={[section]} />
      <ActionElement blockId={block.block_id} element={accessory as Json} />
    </div>
  );
}
