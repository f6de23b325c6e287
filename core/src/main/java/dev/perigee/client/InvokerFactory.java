package dev.perigee.client;

import dev.perigee.RedisScript;
import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Finds the invoker class that was generated for an interface, and makes an instance of it. */
final class InvokerFactory {

    private static final String WHAT_TO_DO = """
            The annotation processor did not run. From JDK 23 on, javac runs only processors that it is told of. Add it to the build:

            Maven, in the configuration of maven-compiler-plugin:
              <annotationProcessorPaths>
                <path>
                  <groupId>dev.perigee</groupId>
                  <artifactId>perigee-processor</artifactId>
                  <version>%1$s</version>
                </path>
              </annotationProcessorPaths>

            Gradle:
              annotationProcessor("dev.perigee:perigee-processor:%1$s")
            """;

    private InvokerFactory() {}

    static <T> T create(Class<T> type, ScriptClient client) {
        requireScriptInterface(type);
        Class<?> invoker = load(type);
        try {
            Constructor<?> constructor = invoker.getConstructor(ScriptClient.class);
            if (!constructor.trySetAccessible()) {
                throw new IllegalAccessException(
                        invoker.getName() + " is not open to " + InvokerFactory.class.getModule());
            }
            return type.cast(constructor.newInstance(client));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw unusable(type, invoker, e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw unusable(type, invoker, e);
        }
    }

    private static void requireScriptInterface(Class<?> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName() + " is not an interface: scripts are declared as the methods of one");
        }
        if (!type.isAnnotationPresent(RedisScript.class)) {
            throw new IllegalArgumentException(type.getName() + " is not annotated with @RedisScript");
        }
    }

    private static Class<?> load(Class<?> type) {
        String name = invokerName(type);
        try {
            return Class.forName(name, false, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            String version = LibraryVersion.current();
            throw new InvokerException(
                    Reason.MISSING,
                    type,
                    "No class " + name + " for the interface " + type.getName() + ". " + WHAT_TO_DO.formatted(version),
                    e);
        }
    }

    /** {@code Outer.Inner} of package {@code p} is served by {@code p.Outer_InnerInvoker}. */
    static String invokerName(Class<?> type) {
        StringBuilder name = new StringBuilder(type.getSimpleName());
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            name.insert(0, outer.getSimpleName() + "_");
        }
        String prefix = type.getPackageName().isEmpty() ? "" : type.getPackageName() + ".";
        return prefix + name + "Invoker";
    }

    private static InvokerException unusable(Class<?> type, Class<?> invoker, Throwable cause) {
        return new InvokerException(
                Reason.OTHER_VERSION,
                type,
                invoker.getName() + " cannot be used as the invoker of " + type.getName() + ": " + cause
                        + ". Compile the interface again with perigee-processor " + LibraryVersion.current(),
                cause);
    }
}
