package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Mode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds out how a method is called: the wrappers of its return type, its {@code @Each} and its {@code suspend}. */
final class ModeReader {

    private static final String COROUTINES = "kotlinx.coroutines.future.FutureKt";
    private static final List<String> COLLECTIONS =
            List.of("java.util.Collection", "java.util.List", "java.util.Set", "java.util.SequencedCollection");
    private static final List<String> RESULTS = List.of("java.util.List", "java.util.Collection");

    private final Elements elements;
    private final Types types;
    private final MethodDeclaration method;
    private final Report report;

    ModeReader(Elements elements, Types types, MethodDeclaration method, Report report) {
        this.elements = elements;
        this.types = types;
        this.method = method;
        this.report = report;
    }

    /** How the method is called; empty if it cannot be, which is then reported. */
    Optional<Mode> read() {
        Optional<ParameterDeclaration> continuation = continuation();
        Optional<List<ParameterDeclaration>> batch = batch();
        if (batch.isEmpty() || (continuation.isPresent() && !coroutinesKnown())) {
            return Optional.empty();
        }
        ParameterDeclaration each = batch.get().isEmpty() ? null : batch.get().get(0);
        try {
            return Optional.of(mode(each, continuation.orElse(null)));
        } catch (Unreadable e) {
            report.add(Finding.of(
                            InterfaceRule.UNSUPPORTED_RETURN_TYPE,
                            method.place(),
                            method.name() + ": " + e.getMessage())
                    .help(e.help));
            return Optional.empty();
        }
    }

    private Mode mode(@Nullable ParameterDeclaration each, @Nullable ParameterDeclaration continuation)
            throws Unreadable {
        Style style = style(continuation);
        TypeMirror whole = switch (style) {
            case SYNC -> method.returnType();
            case FUTURE, MONO, FLUX -> argument(method.returnType());
            case SUSPEND -> suspended(argument(continuation == null ? method.returnType() : continuation.type()));
        };
        if (each == null) {
            TypeMirror reply = style == Style.FLUX
                    ? types.getDeclaredType(elements.getTypeElement("java.util.List"), whole)
                    : whole;
            return new Mode(style, reply, null, false, continuation);
        }
        TypeMirror one = style == Style.FLUX ? whole : perElement(whole);
        boolean outcomes = isNamed(one, "dev.perigee.Outcome");
        return new Mode(style, outcomes ? argument(one) : one, each, outcomes, continuation);
    }

    private Style style(@Nullable ParameterDeclaration continuation) {
        TypeMirror type = method.returnType();
        if (continuation != null) {
            return Style.SUSPEND;
        } else if (isNamed(type, "java.util.concurrent.CompletionStage")
                || isNamed(type, "java.util.concurrent.CompletableFuture")) {
            return Style.FUTURE;
        } else if (isNamed(type, "reactor.core.publisher.Mono")) {
            return Style.MONO;
        }
        return isNamed(type, "reactor.core.publisher.Flux") ? Style.FLUX : Style.SYNC;
    }

    /** What a batch gives for each element: what its list has, or nothing. */
    private static TypeMirror perElement(TypeMirror whole) throws Unreadable {
        if (whole.getKind() == TypeKind.VOID || isNamed(whole, "java.lang.Void")) {
            return whole;
        }
        if (RESULTS.stream().noneMatch(name -> isNamed(whole, name))) {
            throw new Unreadable(
                    "a method with @Each returns a result for each element, not one " + TypeReader.simpleName(whole),
                    "return a List of it, a List<Outcome<…>> to learn of each failure, or void");
        }
        return argument(whole);
    }

    private TypeMirror suspended(TypeMirror type) {
        return isNamed(type, "kotlin.Unit")
                ? elements.getTypeElement("java.lang.Void").asType()
                : type;
    }

    /** The one type argument; what {@code ? super T} or {@code ? extends T} is about. */
    private static TypeMirror argument(TypeMirror type) throws Unreadable {
        List<? extends TypeMirror> arguments = TypeReader.arguments(type);
        TypeMirror bound = arguments.size() == 1 ? bound(arguments.get(0)) : null;
        if (bound == null) {
            throw new Unreadable(
                    "a reply cannot be read into " + TypeReader.simpleName(type)
                            + ", because its type argument is not known",
                    "give it a type argument");
        }
        return bound;
    }

    private static @Nullable TypeMirror bound(TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) {
            return argument;
        }
        return wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
    }

    /** Kotlin's compiler adds it after all others. */
    private Optional<ParameterDeclaration> continuation() {
        List<ParameterDeclaration> parameters = method.parameters();
        return parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(parameters.get(parameters.size() - 1))
                        .filter(last -> isNamed(last.type(), "kotlin.coroutines.Continuation"));
    }

    private boolean coroutinesKnown() {
        if (elements.getTypeElement(COROUTINES) != null) {
            return true;
        }
        report.add(Finding.of(
                        InterfaceRule.COROUTINES_MISSING,
                        method.place(),
                        method.name() + " is a suspend function, and its invoker needs " + COROUTINES
                                + ", which is not on the class path")
                .help("add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core, 1.7 or newer"));
        return false;
    }

    /** The parameter with {@code @Each}, as its elements; an empty list if there is none, empty if it cannot be one. */
    private Optional<List<ParameterDeclaration>> batch() {
        List<ParameterDeclaration> found = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            if (Annotations.find(method.element().getParameters().get(i), Annotations.EACH)
                    .isPresent()) {
                found.add(method.parameters().get(i));
            }
        }
        if (found.isEmpty()) {
            return Optional.of(found);
        }
        ParameterDeclaration each = found.get(found.size() - 1);
        if (found.size() > 1) {
            return refused(
                    each,
                    "the script runs once for each element of " + found.get(0).name() + ", so " + each.name()
                            + " cannot have @Each too",
                    "pass a collection of records that have both");
        }
        if (COLLECTIONS.stream().noneMatch(name -> isNamed(each.type(), name))) {
            return refused(
                    each,
                    each.name() + " has @Each, but is no collection: its type is " + TypeReader.simpleName(each.type()),
                    "make it a List, or leave @Each out");
        }
        List<? extends TypeMirror> arguments = TypeReader.arguments(each.type());
        TypeMirror element = arguments.isEmpty() ? null : bound(arguments.get(0));
        return element == null
                ? refused(
                        each, "the type of the elements of " + each.name() + " is not known", "give it a type argument")
                : Optional.of(List.of(each.withType(element)));
    }

    private Optional<List<ParameterDeclaration>> refused(ParameterDeclaration each, String problem, String help) {
        report.add(Finding.of(InterfaceRule.INVALID_EACH, each.place(), method.name() + ": " + problem)
                .help(help));
        return Optional.empty();
    }

    /** A return type that no reply can be read into. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String help;

        Unreadable(String message, String help) {
            super(message);
            this.help = help;
        }
    }
}
