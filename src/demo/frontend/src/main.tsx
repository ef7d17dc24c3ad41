import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { subjectOf } from "./ci/address";
import { SemaphorePage } from "./ci/SemaphorePage";
import { Page } from "./shell/Page";
import "./style/colours.css";
import "./style/basics.css";
import "./style/stage.css";
import "./style/chat.css";
import "./style/box.css";
import "./style/guide.css";
import "./style/blocks.css";
import "./style/overlay.css";
import "./style/works.css";
import "./style/semaphore.css";
import "./style/phone.css";
import "./style/agent.css";
import "./style/narrow.css";

const subject = subjectOf(location.href);

createRoot(document.getElementById("page")!).render(
  <StrictMode>{subject ? <SemaphorePage subject={subject} /> : <Page />}</StrictMode>,
);
