package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;

/** The library's classes that generated code uses, and the version of their interface it is written for. */
final class Abi {

    static final int VERSION = 3;

    static final ClassName SCRIPT_CLIENT = ClassName.get("dev.perigee.client", "ScriptClient");
    static final ClassName SCRIPT = invoke("Script");
    static final ClassName DELIVERY = invoke("Delivery");
    static final ClassName SCRIPT_CALL = invoke("ScriptCall");
    static final ClassName SCRIPT_DISPATCH = invoke("ScriptDispatch");
    static final ClassName CALL_OF_LONG = SCRIPT_CALL.nestedClass("OfLong");
    static final ClassName CALL_OF_DOUBLE = SCRIPT_CALL.nestedClass("OfDouble");
    static final ClassName KEY_TEMPLATE = invoke("KeyTemplate");
    static final ClassName KEY_WRITER = invoke("KeyWriter");
    static final ClassName ARGUMENT_WRITER = invoke("ArgumentWriter");
    static final ClassName REPLY_READER = invoke("ReplyReader");
    static final ClassName ARGUMENT_BUFFER = invoke("ArgumentBuffer");
    static final ClassName CODECS = invoke("Codecs");
    static final ClassName ALTERNATIVES = invoke("Alternatives");
    static final ClassName ENUM_CONSTANTS = invoke("EnumConstants");
    static final ClassName JSON_TYPE = invoke("JsonType");

    static final ClassName SCRIPT_ERROR_EXCEPTION = ClassName.get("dev.perigee.error", "ScriptErrorException");

    private Abi() {}

    private static ClassName invoke(String simpleName) {
        return ClassName.get("dev.perigee.invoke", simpleName);
    }
}
