// Written by `cargo xtask generate` from the tables in src/; edit those.

export const operations = Object.freeze(["refund", "refundV2", "cancel", "refundChargedFromMerchant", "refundToBalance", "paymentDetails", "transactions", "terminal.refund", "terminal.void", "terminal.refundableSaleInfo", "terminal.transactionStatus", "login.authorize", "login.token", "login.refresh"]);

// The operations that move no money.
export const questions = Object.freeze(["refundToBalance", "paymentDetails", "transactions", "terminal.refundableSaleInfo", "terminal.transactionStatus", "login.authorize", "login.token", "login.refresh"]);

// The longest answer that is read, in UTF-8 bytes.
export const longestAnswer = { __proto__: null, "refund": 262144, "refundV2": 262144, "cancel": 262144, "refundChargedFromMerchant": 262144, "refundToBalance": 4194304, "paymentDetails": 4194304, "transactions": 4194304, "terminal.refund": 262144, "terminal.void": 262144, "terminal.refundableSaleInfo": 4194304, "terminal.transactionStatus": 4194304, "login.authorize": 4194304, "login.token": 4194304, "login.refresh": 4194304 };

// The most characters of a text, items of a list and names of an object that are passed to the core.
export const limits = { characters: 65536, items: 1000, names: 256 };
