package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration.ArgDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides how parameters are sent. */
final class ArgumentReader {

    private static final List<String> UNITS =
            List.of("NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "DAYS");

    private final String method;
    private final ArgumentUnits units;
    private final Report report;

    ArgumentReader(String method, @Nullable BoundScript script, Report report) {
        this.method = method;
        this.units = new ArgumentUnits(method, script);
        this.report = report;
    }

    /**
     * How a parameter is sent.
     *
     * @param position its place in ARGV, from 1
     */
    Optional<Argument> read(ParameterDeclaration parameter, int position) {
        Optional<Kind> kind = kind(parameter.type());
        if (kind.isEmpty()) {
            report.add(Finding.of(
                            InterfaceRule.UNSUPPORTED_ARGUMENT_TYPE,
                            parameter.place(),
                            method + ": " + parameter.name() + " cannot be sent as an argument: its type is "
                                    + TypeReader.simpleName(parameter.type()))
                    .help("arguments are strings, byte[], integers, floating-point numbers, booleans, enums, UUID and"
                            + " Duration"));
            return Optional.empty();
        }
        ArgDeclaration arg = parameter.arg();
        String unit = arg == null ? null : arg.unit();
        if (kind.get() == Kind.DURATION) {
            return duration(parameter, position, unit);
        }
        if (arg != null && unit != null) {
            report.add(Finding.of(
                            InterfaceRule.INVALID_UNIT,
                            arg.place(),
                            method + ": " + parameter.name() + " has a unit, but its type is "
                                    + TypeReader.simpleName(parameter.type()) + ", not Duration")
                    .help("leave the unit out"));
        }
        if (TypeReader.isPrimitiveInteger(parameter.type()) || TypeReader.isBoxedInteger(parameter.type())) {
            units.contradictedName(parameter, position).ifPresent(report::add);
        }
        return Optional.of(new Argument(parameter, kind.get(), null));
    }

    private Optional<Argument> duration(ParameterDeclaration parameter, int position, @Nullable String unit) {
        ArgDeclaration arg = parameter.arg();
        JavaPlace place = arg == null ? parameter.place() : arg.place();
        if (unit != null && !UNITS.contains(unit)) {
            report.add(Finding.of(
                            InterfaceRule.INVALID_UNIT,
                            place,
                            method + ": " + parameter.name() + " cannot be counted in " + unit
                                    + ", which has no exact length")
                    .help("use one of " + String.join(", ", UNITS)));
            return Optional.empty();
        }
        Optional<Finding> contradiction = units.contradiction(parameter, place, position, unit);
        contradiction.ifPresent(report::add);
        String used = unit != null ? unit : units.proved(position);
        if (used != null) {
            return Optional.of(new Argument(parameter, Kind.DURATION, used));
        }
        // Without a unit nothing can be sent, so a finding that can be suppressed does not say enough.
        if (contradiction.stream().noneMatch(finding -> finding.rule().suppression() == Rule.Suppression.NEVER)) {
            report.add(Finding.of(
                            InterfaceRule.UNIT_MISSING,
                            place,
                            method + ": the unit in which the script takes " + parameter.name() + " is not known")
                    .help("say it: @Arg(unit = ChronoUnit.MILLIS) for PX and PEXPIRE,"
                            + " @Arg(unit = ChronoUnit.SECONDS) for EX and EXPIRE"));
        }
        return Optional.empty();
    }

    private static Optional<Kind> kind(TypeMirror type) {
        if (TypeReader.isPrimitiveInteger(type) || type.getKind() == TypeKind.BOOLEAN) {
            return Optional.of(Kind.PRIMITIVE);
        }
        if (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT) {
            return Optional.of(Kind.PRIMITIVE_FLOATING);
        }
        if (isNamed(type, "java.lang.Double") || isNamed(type, "java.lang.Float")) {
            return Optional.of(Kind.FLOATING);
        }
        if (isNamed(type, "java.time.Duration")) {
            return Optional.of(Kind.DURATION);
        }
        boolean object = isNamed(type, "java.lang.String")
                || isNamed(type, "java.lang.Boolean")
                || isNamed(type, "java.util.UUID")
                || TypeReader.isBoxedInteger(type)
                || TypeReader.isBytes(type)
                || TypeReader.isEnum(type);
        return object ? Optional.of(Kind.OBJECT) : Optional.empty();
    }
}
