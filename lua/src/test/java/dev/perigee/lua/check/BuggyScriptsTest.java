package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.syntax.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small scripts with a mistake or two, which comments in them announce: {@code -- expect: PG601}, above the line. */
class BuggyScriptsTest {

    private static final Pattern EXPECT = Pattern.compile("\\s*-- expect: (PG\\d+)\\s*");
    private static final Pattern WITH = Pattern.compile("(?m)^-- with: (.*)$");

    static Stream<Path> scripts() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(BuggyScriptsTest.class.getResource("/scripts/buggy"))
                        .toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void findsWhatIsAnnounced(Path script) throws IOException {
        String text = Files.readString(script);
        SourceText source = new SourceText(script.toString(), text);
        List<String> expected = expected(source);
        List<String> found = new ArrayList<>();
        List<String> certain = new ArrayList<>();
        for (ScriptFinding finding : Checked.findings(text, settings(text))) {
            String place =
                    finding.rule().code() + ":" + source.line(finding.span().start());
            found.add(place);
            if (finding.severity() != Severity.NOTE) {
                certain.add(place);
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(found).containsAll(expected);
        assertThat(expected).containsAll(certain);
    }

    /** The codes with the lines that they are announced for. */
    private static List<String> expected(SourceText source) {
        List<String> expected = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (int line = 1; line <= source.lineCount(); line++) {
            Matcher expect = EXPECT.matcher(source.lineText(line));
            if (expect.matches()) {
                pending.add(expect.group(1));
            } else {
                for (String code : pending) {
                    expected.add(code + ":" + line);
                }
                pending.clear();
            }
        }
        return expected;
    }

    /** The default settings, unless the script asks for others. */
    private static Settings settings(String text) {
        Target target = Settings.DEFAULT.target();
        Profile profile = Settings.DEFAULT.profile();
        boolean strict = false;
        int keys = -1;
        Matcher with = WITH.matcher(text);
        for (String word : with.find() ? with.group(1).split(" ", -1) : new String[0]) {
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("target=")) {
                target = Target.of(value).orElseThrow();
            } else if (word.startsWith("profile=")) {
                profile = Profile.of(value).orElseThrow();
            } else if (word.startsWith("keys=")) {
                keys = Integer.parseInt(value);
            } else {
                strict |= word.equals("strict");
            }
        }
        return new Settings(target, profile, strict, keys);
    }
}
