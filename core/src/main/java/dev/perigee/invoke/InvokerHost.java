package dev.perigee.invoke;

/** What an invoker is constructed with: the client, seen from generated code. */
public interface InvokerHost {

    /** See {@link ScriptDispatch#bind}. */
    ScriptDispatch bind(int abi, Class<?> type, Script... scripts);
}
