/** Starts the sandbox page. */
import { createRoot } from "react-dom/client";
import { Root } from "./outlook/Root.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(<Root />);
