//! Timeline JSON as JavaScript values: plain objects, as `JSON.parse` would give them.
//!
//! In: what derives `Serialize`. Out: objects, arrays, strings, numbers, and null for what is not known. It knows the shapes that Timeline JSON has
//! and no others; serde-wasm-bindgen, which knows them all, weighed 1.3 kB more (docs/size.md).

use super::values;
use core::fmt::Error;
use js_sys::{Array, Object, Reflect};
use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;

/// What serde can write, as a JavaScript value.
pub fn write(data: &impl Serialize) -> JsValue {
    // Fails only for shapes that Timeline JSON does not have.
    data.serialize(Writer).unwrap_or(JsValue::NULL)
}

struct Writer;

/// Serde's errors must be printable; this one is, and weighs nothing.
type Written = Result<JsValue, Error>;
type None = Impossible<JsValue, Error>;

/// An array under construction.
struct Items(Array);

impl SerializeSeq for Items {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.push(&value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

/// An object under construction.
struct Members(Object);

impl SerializeStruct for Members {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        set(&self.0, name, &value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

#[inline(never)]
fn set(object: &Object, name: &'static str, value: &JsValue) {
    // Setting a field of an object just made can't fail.
    let _ = Reflect::set(object, &values::key(name), value);
}

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = Error;
    type SerializeSeq = Items;
    type SerializeStruct = Members;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = None;
    type SerializeStructVariant = None;

    fn serialize_bool(self, value: bool) -> Written {
        Ok(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        Ok(value.into())
    }

    fn serialize_f64(self, value: f64) -> Written {
        Ok(value.into())
    }

    fn serialize_str(self, value: &str) -> Written {
        Ok(value.into())
    }

    fn serialize_none(self) -> Written {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Error> {
        Ok(Items(Array::new()))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Error> {
        Ok(Members(Object::new()))
    }

    // From here on: what Timeline JSON has none of.

    fn serialize_i8(self, _: i8) -> Written {
        Err(Error)
    }

    fn serialize_i16(self, _: i16) -> Written {
        Err(Error)
    }

    fn serialize_i32(self, _: i32) -> Written {
        Err(Error)
    }

    fn serialize_i64(self, _: i64) -> Written {
        Err(Error)
    }

    fn serialize_u8(self, _: u8) -> Written {
        Err(Error)
    }

    fn serialize_u16(self, _: u16) -> Written {
        Err(Error)
    }

    fn serialize_u64(self, _: u64) -> Written {
        Err(Error)
    }

    fn serialize_f32(self, _: f32) -> Written {
        Err(Error)
    }

    fn serialize_char(self, _: char) -> Written {
        Err(Error)
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Error)
    }

    fn serialize_unit(self) -> Written {
        Err(Error)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Err(Error)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Written {
        Err(Error)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Written {
        Err(Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Error)
    }

    fn serialize_tuple(self, _: usize) -> Result<None, Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<None, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<None, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<None, Error> {
        Err(Error)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<None, Error> {
        Err(Error)
    }

    fn is_human_readable(&self) -> bool {
        true
    }
}
