package dev.perigee.processor.check;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Every class that a {@code @Codec} names is used: one for another type would leave values in their usual form unnoticed. */
public final class CodecUseCheck {

    private CodecUseCheck() {}

    /** Reports the codecs of an interface, its methods and their parameters that no value of theirs is sent or read by. */
    public static void check(ScriptInterface scripts, Report report) {
        Set<TypeElement> ofInterface = new HashSet<>();
        for (ScriptMethod method : scripts.methods()) {
            Set<TypeElement> ofMethod = new HashSet<>();
            for (Argument argument : method.arguments()) {
                ofMethod.addAll(argument.type().codecs());
            }
            collect(method.reply(), ofMethod);
            ofInterface.addAll(ofMethod);
            report(method.declaration().element(), ofMethod, report);
            for (ParameterDeclaration parameter : method.declaration().parameters()) {
                report(parameter.element(), ofParameter(method, parameter), report);
            }
        }
        if (!report.hasErrors()) {
            report(scripts.declaration().type(), ofInterface, report);
        }
    }

    private static Set<TypeElement> ofParameter(ScriptMethod method, ParameterDeclaration parameter) {
        Set<TypeElement> used = new HashSet<>();
        method.arguments().stream()
                .filter(argument -> argument.name().equals(parameter.name()))
                .forEach(argument -> used.addAll(argument.type().codecs()));
        return used;
    }

    private static void report(Element element, Set<TypeElement> used, Report report) {
        AnnotationMirror codec = Annotations.find(element, Annotations.CODEC).orElse(null);
        if (codec == null || Annotations.value(codec, "value").isEmpty()) {
            return;
        }
        for (Object item :
                (List<?>) Annotations.value(codec, "value").orElseThrow().getValue()) {
            Object value = ((AnnotationValue) item).getValue();
            if (value instanceof DeclaredType type && !used.contains((TypeElement) type.asElement())) {
                String name = type.asElement().getSimpleName().toString();
                report.add(Finding.of(
                                InterfaceRule.INVALID_CODEC,
                                JavaPlace.of(element, codec),
                                element.getSimpleName() + ": nothing here is sent or read by " + name)
                        .help("a codec is used for values of exactly the type that it names as its ArgEncoder<…> or"
                                + " ReplyDecoder<…>; remove it, or name the type that is declared here"));
            }
        }
    }

    private static void collect(ReplyType type, Set<TypeElement> codecs) {
        if (type instanceof ReplyType.Decoded decoded && decoded.codec().codec() != null) {
            codecs.add(decoded.codec().codec());
        } else if (type instanceof ReplyType.Maybe maybe) {
            collect(maybe.value(), codecs);
        } else if (type instanceof ReplyType.Many many) {
            collect(many.element(), codecs);
        } else if (type instanceof ReplyType.Pairs pairs) {
            collect(pairs.key(), codecs);
            collect(pairs.value(), codecs);
        } else if (type instanceof ReplyType.Tuple tuple) {
            tuple.components().forEach(component -> collect(component.type(), codecs));
        } else if (type instanceof ReplyType.OneOf oneOf) {
            oneOf.alternatives().forEach(alternative -> collect(alternative.record(), codecs));
        }
    }
}
