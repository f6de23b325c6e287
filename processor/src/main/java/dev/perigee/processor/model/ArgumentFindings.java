package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ArgDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ArgumentReader.Value;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Says why values of one method cannot be passed as arguments. */
final class ArgumentFindings {

    private final String method;
    private final Report report;

    ArgumentFindings(String method, Report report) {
        this.method = method;
        this.report = report;
    }

    void add(Finding finding) {
        report.add(finding);
    }

    /** What is about a value, in the words of a rule. */
    Finding of(InterfaceRule rule, Value value, String message) {
        return Finding.of(rule, value.place(), method + ": " + message);
    }

    /** @param reason what follows the name of the type */
    Optional<ArgumentType> unsendable(Value value, TypeMirror type, String reason) {
        return unsendable(
                value,
                type,
                reason,
                reason.isEmpty()
                        ? "arguments are strings, byte[], numbers, booleans, enums, UUID, Duration, Instant, Optional, and"
                                + " collections, arrays, maps and records of these; others take @Json, or @Codec with an"
                                + " ArgEncoder"
                        : "");
    }

    /** A record that has no end. */
    Optional<ArgumentType> recursive(Value value, TypeMirror type) {
        return unsendable(value, type, ", which contains itself", "pass it as @Json");
    }

    /** What would be absent is several arguments. */
    Optional<ArgumentType> absentSeveral(Value value, TypeMirror type) {
        return unsendable(
                value,
                type,
                ", which may be absent, and what is absent is passed as one argument",
                "make it one argument with @Json, or pass an empty list where there is nothing");
    }

    /** Elements are themselves of variable length. */
    Optional<ArgumentType> nested(Value value, TypeMirror type) {
        return unsendable(
                value,
                type,
                ", and the script could not tell where an element ends",
                "make the elements records, with @Arg(count = true) on the component that is a collection; or pass it as"
                        + " @Json");
    }

    private Optional<ArgumentType> unsendable(Value value, TypeMirror type, String reason, String help) {
        report.add(of(
                        InterfaceRule.UNSUPPORTED_ARGUMENT_TYPE,
                        value,
                        value.name() + " cannot be sent as an argument: its type is " + TypeReader.simpleName(type)
                                + reason)
                .help(help));
        return Optional.empty();
    }

    void invisible(Value value, TypeMirror type, PackageElement from) {
        report.add(of(
                        InterfaceRule.INACCESSIBLE_TYPE,
                        value,
                        "the type of " + value.name() + ", " + TypeReader.simpleName(type)
                                + ", cannot be seen by an invoker in " + TypeReader.name(from))
                .help("make it package-private or public"));
    }

    Optional<ArgumentType> codec(Value value, TypeElement codec, String problem) {
        report.add(of(
                        InterfaceRule.INVALID_CODEC,
                        value,
                        value.name() + " cannot be encoded by " + TypeReader.simpleName(codec.asType()) + ", which "
                                + problem)
                .help("a codec is a class, not abstract, with a constructor without parameters, both visible to the"
                        + " interface's package"));
        return Optional.empty();
    }

    /** @param encoded what the codec is for */
    void unusedCodec(Value value, TypeElement codec, TypeMirror encoded) {
        report.add(of(
                        InterfaceRule.INVALID_CODEC,
                        value,
                        value.name() + " is not sent by " + TypeReader.simpleName(codec.asType()) + ", which encodes "
                                + TypeReader.simpleName(encoded))
                .help("a codec is used for values of exactly the type that it names as its ArgEncoder<…>;"
                        + " remove it, or name the type that is declared here"));
    }

    Optional<ArgumentType> codes(Value value, TypeMirror type, String problem) {
        report.add(of(
                        InterfaceRule.INVALID_CODES,
                        value,
                        value.name() + " has no clear code: in " + TypeReader.simpleName(type) + ", " + problem)
                .help("give every constant a @Code of its own, or none"));
        return Optional.empty();
    }

    /** Whether all that {@code @Arg} says is about something. */
    void checkArg(TypeMirror type, ArgumentType read, Value value) {
        ArgDeclaration arg = value.arg();
        if (arg == null) {
            return;
        }
        String is = ", but its type is " + TypeReader.simpleName(type);
        if (arg.unit() != null && !has(read, ArgumentType.Time.class::isInstance)) {
            report.add(Finding.of(
                            InterfaceRule.INVALID_UNIT,
                            value.argPlace(),
                            method + ": " + value.name() + " has a unit" + is + ", not Duration or Instant")
                    .help("leave the unit out"));
        }
        if (arg.count() && !(read instanceof ArgumentType.Many) && !(read instanceof ArgumentType.Entries)) {
            report.add(Finding.of(
                            InterfaceRule.ARG_WITHOUT_EFFECT,
                            value.argPlace(),
                            method + ": the elements of " + value.name() + " are to be counted" + is
                                    + ", which is passed as a whole")
                    .help("leave count out"));
        }
        if (arg.absent() != null && !has(read, ArgumentType.Absent.class::isInstance)) {
            report.add(Finding.of(
                            InterfaceRule.ARG_WITHOUT_EFFECT,
                            value.argPlace(),
                            method + ": @Arg says what is passed if " + value.name() + " is absent" + is
                                    + ", which never is")
                    .help("make it an Optional or @Nullable, or leave absent out"));
        }
    }

    /** Components have an {@code @Arg} of their own. */
    private static boolean has(ArgumentType type, Predicate<ArgumentType> wanted) {
        if (wanted.test(type)) {
            return true;
        }
        if (type instanceof ArgumentType.Absent absent) {
            return has(absent.value(), wanted);
        }
        if (type instanceof ArgumentType.Many many) {
            return has(many.element(), wanted);
        }
        return type instanceof ArgumentType.Entries entries
                && (has(entries.key(), wanted) || has(entries.value(), wanted));
    }
}
