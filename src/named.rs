//! Enums whose variants are string literals in JavaScript.

/// Declares such an enum: each variant with its meaning and its literal, which never changes.
macro_rules! named {
    ($(#[$about:meta])+ $enum:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+ }) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $enum {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $enum {
            /// All variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The literal in JavaScript.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What it means.
            pub const fn doc(self) -> $crate::doc::Doc {
                match self {
                    $(Self::$variant => $crate::doc::Doc::new(concat!($($doc),+)),)+
                }
            }
        }

        impl ::serde::Serialize for $enum {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use named;
