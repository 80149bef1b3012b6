//! Payments at fiscal tills (VUK 507, "GMU").

pub(crate) mod answers;
pub(crate) mod fields;
pub(crate) mod refund;
pub(crate) mod refundable_sale_info;
pub(crate) mod transaction_status;
pub(crate) mod void;

/// The page that documents refund, void and refundable sale info.
const VOID_REFUND_PAGE: &str =
    "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund";
