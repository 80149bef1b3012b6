import "./style/base.css";
import "./style/frame.css";
import "./style/form.css";
import "./style/money.css";
import "./style/outcome.css";
import "./style/bulk.css";
import { openDesk } from "./desk/shell";

openDesk(document.body);
