# The Worker on this machine: workerd serve worker/workerd.capnp, with the keys in the environment.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "refunds", worker = .refunds),
    # The simulator listens on this machine, where workerd lets no Worker go unless told.
    (name = "internet", network = (allow = ["public", "local"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "refunds")],
);

const refunds :Workerd.Worker = (
  compatibilityDate = "2026-10-01",
  # The package as `cargo xtask build` made it; a bundler would list the same files by itself.
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "iyzico-reversals", esModule = embed "../../pkg/workerd.js"),
    (name = "api.js", esModule = embed "../../pkg/api.js"),
    (name = "core.wasm", wasm = embed "../../pkg/core.wasm"),
    (name = "errors.js", esModule = embed "../../pkg/errors.js"),
    (name = "iyzico_reversals_bg.js", esModule = embed "../../pkg/iyzico_reversals_bg.js"),
    (name = "operations.js", esModule = embed "../../pkg/operations.js"),
    (name = "params.js", esModule = embed "../../pkg/params.js"),
    (name = "slim.js", esModule = embed "../../pkg/slim.js"),
  ],
  bindings = [
    (name = "IYZICO_API_KEY", fromEnvironment = "IYZICO_API_KEY"),
    (name = "IYZICO_SECRET_KEY", fromEnvironment = "IYZICO_SECRET_KEY"),
    (name = "IYZICO_ENVIRONMENT", fromEnvironment = "IYZICO_ENVIRONMENT"),
    (name = "IYZICO_BASE_URL", fromEnvironment = "IYZICO_BASE_URL"),
  ],
);
