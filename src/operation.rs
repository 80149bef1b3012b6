//! The list of operations.

use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::doc::Doc;
use crate::issue::{Code, Issues, Problem};
use crate::operations::{card, login, terminal};
use crate::table::answer_field::AnswerField;
use crate::table::field::Field;
use crate::table::spec::{Access, Spec, Wire};

/// Declares every operation by the path of its [`Spec`].
macro_rules! operations {
    ($($operation:ident = $($module:ident)::+;)+) => {
        /// An operation of iyzico's API.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum Operation {
            $(#[doc = concat!("See [`Operation::doc`]; its table is in `operations/", $(stringify!($module), "/",)+ "`.")] $operation,)+
        }

        impl Operation {
            /// Every operation.
            pub const ALL: &'static [Self] = &[$(Self::$operation),+];

            pub(crate) const fn spec(self) -> &'static Spec {
                match self {
                    $(Self::$operation => &$($module)::+::SPEC,)+
                }
            }
        }
    };
}

// To add an operation, add a line here and a file below `operations/`.
operations! {
    Refund = card::refund;
    RefundV2 = card::refund_v2;
    Cancel = card::cancel;
    RefundChargedFromMerchant = card::refund_charged_from_merchant;
    RefundToBalance = card::refund_to_balance;
    PaymentDetails = card::payment_details;
    Transactions = card::transactions;
    TerminalRefund = terminal::refund;
    TerminalVoid = terminal::void;
    RefundableSaleInfo = terminal::refundable_sale_info;
    TransactionStatus = terminal::transaction_status;
    LoginAuthorize = login::authorize;
    LoginToken = login::token;
    LoginRefresh = login::refresh;
}

impl Operation {
    /// The issue of an unknown name; it lists the names of `access`.
    pub(crate) fn unknown(access: &[Access]) -> Issues {
        let known = Self::ALL
            .iter()
            .filter(|operation| access.contains(&operation.access()));
        let names: Vec<_> = known.map(|operation| operation.name()).collect();
        Issues::one("operation", Problem::none_of(Code::UnknownOperation, &names, None))
    }

    /// Fails with an issue that lists the operations of `access` if this is not one of them.
    pub(crate) fn require(self, access: Access) -> Result<(), Issues> {
        if self.access() == access {
            Ok(())
        } else {
            Err(Self::unknown(&[access]))
        }
    }

    /// The name: `refund`, or `terminal.refund` for one of the Terminal API's.
    pub const fn name(self) -> &'static str {
        self.spec().name
    }

    /// Who may call it.
    pub const fn access(self) -> Access {
        self.spec().access
    }

    /// How its fields are sent.
    pub const fn wire(self) -> Wire {
        self.spec().wire
    }

    /// The HTTP method.
    pub const fn method(self) -> &'static str {
        match self.wire() {
            Wire::Query => "GET",
            Wire::Form(_) | Wire::Json => "POST",
        }
    }

    /// The path that is called and signed, without a query.
    pub const fn path(self) -> &'static str {
        self.spec().path
    }

    /// Whether it moves money. An operation that doesn't may be sent again.
    pub const fn moves_money(self) -> bool {
        self.spec().moves_money
    }

    /// The longest answer that is read, in bytes.
    ///
    /// The answer to a refund has a few hundred bytes. The details of a payment have about two thousand per item with refunds,
    /// and real baskets have 400 items.
    pub const fn longest_answer(self) -> usize {
        if self.moves_money() { 256 << 10 } else { 4 << 20 }
    }

    /// The fields of a request, in the order of the body.
    pub const fn fields(self) -> &'static [&'static Field] {
        self.spec().fields
    }

    /// The fields of a success.
    pub const fn answer(self) -> &'static [&'static AnswerField] {
        self.spec().answer
    }

    /// The fields that the signature of a success covers; none if it is not signed.
    pub const fn signed(self) -> &'static [&'static AnswerField] {
        self.spec().signed
    }

    /// Whether a success must carry a signature.
    pub const fn is_signed(self) -> bool {
        !self.spec().signed.is_empty()
    }

    /// What it does.
    pub const fn doc(self) -> &'static Doc {
        &self.spec().doc
    }

    /// The page that documents it.
    pub const fn source(self) -> &'static Doc {
        &self.spec().source
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Operation {
    type Err = Issues;

    /// Finds an operation by its name; the issue lists the names.
    fn from_str(name: &str) -> Result<Self, Issues> {
        let named = Self::ALL.iter().find(|operation| operation.name() == name);
        let all = [Access::Login, Access::Merchant, Access::Terminal];
        named.copied().ok_or_else(|| Self::unknown(&all))
    }
}

impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
