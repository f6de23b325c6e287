package dev.perigee.processor.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts faults into an interface. */
final class JavaFaults {

    private static final Pattern TAG = Pattern.compile("\\{(#[\\w.]+|#\\([\\w.]+\\))\\}");

    private final Subject subject;
    private final List<Mutant> mutants = new ArrayList<>();

    private JavaFaults(Subject subject) {
        this.subject = subject;
    }

    static List<Mutant> of(Subject subject) {
        JavaFaults faults = new JavaFaults(subject);
        subject.scripts().forEach((script, text) -> {
            String method = subject.method(script);
            if (!method.isEmpty()) {
                faults.tags(method);
                faults.parameters(method, text);
                faults.units(method, text);
            }
        });
        return faults.mutants;
    }

    private void add(Fault fault, String before, String after) {
        if (!before.equals(after)) {
            int at = subject.java().indexOf(before);
            int line = (int) subject.java().substring(0, at).lines().count();
            mutants.add(new Mutant(
                    fault,
                    subject.javaFile(),
                    line,
                    before.strip(),
                    after.strip(),
                    subject.java().replace(before, after)));
        }
    }

    private void tags(String method) {
        Matcher tag = TAG.matcher(method);
        List<int[]> places = new ArrayList<>();
        while (tag.find()) {
            places.add(new int[] {tag.start(), tag.end()});
        }
        if (places.size() < 2 || method.contains("RUNTIME")) {
            return;
        }
        for (int[] place : places) {
            String inside = method.substring(place[0] + 1, place[1] - 1);
            add(Fault.TAG_DROPPED, method, method.substring(0, place[0]) + inside + method.substring(place[1]));
            Matcher other = Pattern.compile("(?:String|int|long) (\\w+)[,)]").matcher(method);
            while (other.find()) {
                String name = other.group(1);
                if (!inside.contains(name)) {
                    add(
                            Fault.TAG_OF_ANOTHER_PARAMETER,
                            method,
                            method.substring(0, place[0]) + "{#" + name + "}" + method.substring(place[1]));
                    break;
                }
            }
        }
    }

    /** Two parameters next to each other that are arguments, and that the script calls by their names. */
    private void parameters(String method, String script) {
        Matcher pair = Pattern.compile(
                        "((?:@Arg[^,()]*(?:\\([^)]*\\))? )?[\\w<>]+ (\\w+)), ((?:@Arg[^,()]*(?:\\([^)]*\\))? )?[\\w<>]+ (\\w+))")
                .matcher(method);
        while (pair.find()) {
            boolean arguments = !isInKey(method, pair.group(2)) && !isInKey(method, pair.group(4));
            if (arguments && isNamed(script, pair.group(2)) && isNamed(script, pair.group(4))) {
                add(
                        Fault.ARGUMENTS_EXCHANGED_IN_JAVA,
                        method,
                        method.replace(pair.group(), pair.group(3) + ", " + pair.group(1)));
            }
        }
    }

    private static boolean isInKey(String method, String name) {
        return method.matches("(?s).*#\\(?" + name + "\\b.*");
    }

    private static boolean isNamed(String script, String name) {
        return Pattern.compile("local [\\w, ]*\\b" + name + "\\b[\\w, ]*=[^\\n]*ARGV")
                .matcher(script)
                .find();
    }

    private void units(String method, String script) {
        Matcher duration = Pattern.compile("(?<![)] )Duration (\\w+)").matcher(method);
        boolean millis = Pattern.compile("'(?:PX|PEXPIRE|PSETEX)'", Pattern.CASE_INSENSITIVE)
                .matcher(script)
                .find();
        boolean seconds = Pattern.compile("'(?:EX|EXPIRE|SETEX)'", Pattern.CASE_INSENSITIVE)
                .matcher(script)
                .find();
        if (duration.find() && millis != seconds && !script.contains("* 1000") && !script.contains("/ 1000")) {
            add(
                    Fault.UNIT_WRONG,
                    method,
                    method.replace(
                            duration.group(),
                            "@dev.perigee.Arg(unit = java.time.temporal.ChronoUnit." + (millis ? "SECONDS" : "MILLIS")
                                    + ") " + duration.group()));
        }
        Matcher explicit = Pattern.compile("ChronoUnit\\.(MILLIS|SECONDS)").matcher(method);
        if (explicit.find() && millis != seconds && !script.contains("* 1000") && !script.contains("/ 1000")) {
            add(
                    Fault.UNIT_WRONG,
                    method,
                    method.replace(
                            explicit.group(),
                            "ChronoUnit." + (explicit.group(1).equals("MILLIS") ? "SECONDS" : "MILLIS")));
        }
    }
}
