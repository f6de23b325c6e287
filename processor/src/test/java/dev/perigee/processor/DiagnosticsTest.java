package dev.perigee.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.processor.diagnostics.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users are told: code, file, line, column and the whole text, for a fixture of every rule. */
class DiagnosticsTest {

    private static final String EXPECTED = "expected.txt";

    static Stream<Fixture> fixtures() {
        return Fixture.all("bad");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatIsWrongAndWhere(Fixture fixture) {
        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withOptions(options(fixture))
                .compile(fixture.sources());
        String actual = fixture.describe(compilation.diagnostics());
        if (Fixture.REWRITE) {
            fixture.rewrite(EXPECTED, actual);
        }
        assertThat(actual).isEqualTo(fixture.expected(EXPECTED));
        assertThat(actual).as("the rule that the fixture is named for").contains("[" + fixture.code() + "]");
    }

    private static List<String> options(Fixture fixture) {
        return Stream.concat(Stream.of("-Xlint:-options", "-proc:only"), fixture.options().stream())
                .toList();
    }

    @Test
    void everyRuleHasAFixture() {
        assertThat(fixtures().map(Fixture::code))
                .containsAll(Rules.all().stream().map(Rule::code).toList());
    }
}
