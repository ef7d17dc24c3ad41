import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
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

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
