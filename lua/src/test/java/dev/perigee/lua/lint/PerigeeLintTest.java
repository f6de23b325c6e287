package dev.perigee.lua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PerigeeLintTest {

    private static final String BUGGY = "local n = 1\nreturn redis.call('GTE', KEYS[1])\n";
    private static final String CORRECT = "return redis.call('GET', KEYS[1])\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeScripts() throws IOException {
        Files.createDirectories(folder.resolve("sale/old"));
        Files.writeString(folder.resolve("sale/buy.lua"), BUGGY);
        Files.writeString(folder.resolve("sale/old/get.lua"), CORRECT);
        Files.writeString(folder.resolve("sale/notes.txt"), "x = 1");
    }

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        return new PerigeeLint(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "")
                .replace('\\', '/');
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "")
                .replace('\\', '/');
    }

    @Test
    void aFindingIsShownInItsLine() {
        int status = run("", folder.resolve("sale").toString());

        assertThat(status).isEqualTo(1);
        assertThat(output()).isEqualTo("""
                        /sale/buy.lua:2:19: error: [PG501] there is no command GTE
                           2 | return redis.call('GTE', KEYS[1])
                             |                   ^^^^^
                          help: did you mean GET?

                        1 error in 2 scripts
                        """);
    }

    @Test
    void correctScriptsAreClean() {
        assertThat(run("", folder.resolve("sale/old/get.lua").toString())).isZero();
        assertThat(output()).isEqualTo("nothing found in 1 script\n");
    }

    @Test
    void theStandardInputHasAName() {
        assertThat(run("return KEY[1]", "-", "--stdin-name=one.lua")).isEqualTo(1);
        assertThat(output()).startsWith("one.lua:1:8: error: [PG605]");
    }

    @Test
    void globsAreExpanded() {
        assertThat(run("", folder + "/**/*.lua")).isEqualTo(1);
        assertThat(output()).endsWith("1 error in 2 scripts\n");
        assertThat(run("", folder + "/sale/*.lua")).isEqualTo(1);
        assertThat(output()).endsWith("1 error in 1 script\n");
    }

    @Test
    void brokenLuaIsAFindingAndTheOthersAreChecked() throws IOException {
        Files.writeString(folder.resolve("sale/broken.lua"), "return (1");
        Files.write(folder.resolve("sale/bytes.lua"), new byte[] {'r', (byte) 0xff, '\n'});

        assertThat(run("", folder.resolve("sale").toString())).isEqualTo(1);
        assertThat(output())
                .contains("/sale/broken.lua:1:", "[PG201]", "/sale/bytes.lua:1:2: error: [PG202]", "[PG501]");
    }

    @Test
    void linksAreFollowedAndEachFileIsCheckedOnce() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("far.lua"), BUGGY);
        Path sale = folder.resolve("sale");
        Files.createSymbolicLink(sale.resolve("linked"), elsewhere);
        Files.createSymbolicLink(sale.resolve("again"), elsewhere);
        Files.createSymbolicLink(sale.resolve("old/up"), sale);
        Files.createSymbolicLink(sale.resolve("same.lua"), sale.resolve("buy.lua"));

        assertThat(run("", sale.toString())).isEqualTo(1);
        assertThat(errors()).isEmpty();
        assertThat(output()).contains("/sale/again/far.lua:2:19").endsWith("2 errors in 3 scripts\n");
        assertThat(run("", sale + "/linked/*.lua", elsewhere.toString())).isEqualTo(1);
        assertThat(output()).startsWith("/sale/linked/far.lua:2:19").endsWith("1 error in 1 script\n");
    }

    @Test
    void aLinkToNothingIsSaid() throws IOException {
        Files.createSymbolicLink(folder.resolve("sale/gone.lua"), folder.resolve("nowhere"));

        assertThat(run("", folder.resolve("sale").toString())).isEqualTo(2);
        assertThat(errors()).isEqualTo("perigee-lint: /sale/gone.lua is a link to nothing\n");
        assertThat(output()).endsWith("1 error in 2 scripts\n");
        assertThat(run("", folder.resolve("sale/gone.lua").toString())).isEqualTo(2);
        assertThat(errors()).isEqualTo("perigee-lint: /sale/gone.lua is a link to nothing\n");
    }

    @Test
    void namesThatStandForNothingAreExplained() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(run("", "", folder.resolve("empty").toString(), folder + "/[a"))
                .isEqualTo(2);
        assertThat(output()).isEqualTo("no scripts were checked\n");
        assertThat(errors()).isEqualTo("""
                        perigee-lint: an empty name is no file; the folder in which the command runs is .
                        perigee-lint: /empty has no .lua files in it
                        perigee-lint: /[a is no glob: missing ]
                        """);
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        run("return '\u001b[31m' .. nil", "-");

        assertThat(output()).contains("return '\uFFFD[31m' .. nil").doesNotContain("\u001b");
    }

    @Test
    void namesAndMessagesDoNotReachTheTerminalAsTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("a\u001b[31m.lua"), "return redis.call('\u001b\u202eGTE')");

        run("", file.toString(), folder.resolve("b\u0007.lua").toString());

        assertThat(output()).startsWith("/a\uFFFD[31m.lua:1:").doesNotContain("\u001b", "\u202e");
        assertThat(errors()).isEqualTo("perigee-lint: there is no file or folder /b\uFFFD.lua\n");
    }

    @Test
    void aNameThatIsNoneIsExplained() {
        assertThat(run("", "t/n\0me", "t/n\u00e4\0me", "t\0/*.lua")).isEqualTo(2);
        assertThat(errors()).isEqualTo("""
                        perigee-lint: t/n\uFFFDme cannot be the name of a file here
                        perigee-lint: t/n\u00e4\uFFFDme cannot be the name of a file here: names outside ASCII need a UTF-8 locale, such as LC_ALL=C.UTF-8
                        perigee-lint: t\uFFFD/*.lua cannot be the name of a file here
                        """);
    }

    @Test
    void aMistakeOfItsOwnIsNoFinding() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public byte[] readAllBytes() {
                throw new IllegalStateException("broken");
            }
        };

        assertThat(new PerigeeLint(broken, out, new PrintStream(err, true, StandardCharsets.UTF_8)).run("-"))
                .isEqualTo(2);
        assertThat(errors())
                .isEqualTo("perigee-lint: this is a mistake in perigee-lint " + Version.of()
                        + ", please report it to the project with the script:"
                        + " java.lang.IllegalStateException: broken\n");
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, -, 2", "No space left on device, --help, 2", "Broken pipe, -, 0"})
    void aReportThatCannotBeWrittenIsSaid(String reason, String argument, int status) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        InputStream script = new ByteArrayInputStream(CORRECT.getBytes(StandardCharsets.UTF_8));

        assertThat(new PerigeeLint(script, full, new PrintStream(err, true, StandardCharsets.UTF_8)).run(argument))
                .isEqualTo(status);
        if (status == 0) {
            assertThat(errors()).isEmpty();
        } else {
            assertThat(errors()).contains("the standard output").endsWith(": " + reason + "\n");
        }
    }

    @Test
    void aReportReplacesNoScript() throws IOException {
        Path script = folder.resolve("sale/buy.lua");
        Path link = Files.createLink(folder.resolve("link.lua"), script);

        assertThat(run("", folder.resolve("sale").toString(), "--output", link.toString()))
                .isEqualTo(2);
        assertThat(errors())
                .startsWith(
                        "perigee-lint: --output /link.lua is one of the scripts, and the report would replace it\n");
        assertThat(script).hasContent(BUGGY);
        assertThat(run("", script.toString(), "--output", folder.toString())).isEqualTo(2);
        assertThat(errors()).startsWith("perigee-lint: --output takes a file, and  is a folder\n");
    }

    @Test
    void whatFollowsTwoDashesAreNames() throws IOException {
        assertThat(run("", "--", "--help")).isEqualTo(2);
        assertThat(errors()).isEqualTo("perigee-lint: there is no file or folder --help\n");
    }

    @Test
    void whyAFileCannotBeUsedIsSaidInWords() {
        assertThat(Reasons.of(new AccessDeniedException("a.lua"))).isEqualTo("permission denied");
        assertThat(Reasons.of(new NoSuchFileException("a.lua"))).isEqualTo("there is no such file or folder");
        assertThat(run(
                        "return 1",
                        "-",
                        "--output",
                        folder.resolve("none/report").toString()))
                .isEqualTo(2);
        assertThat(errors())
                .isEqualTo("perigee-lint: the report cannot be written to /none/report:"
                        + " there is no such file or folder\n");
    }

    @Test
    void whatCannotBeFoundIsSaidAndTheRestIsChecked() {
        int status =
                run("", folder.resolve("sal").toString(), folder.resolve("sale").toString(), folder + "/*.luaa");

        assertThat(status).isEqualTo(2);
        assertThat(errors()).isEqualTo("""
                        perigee-lint: there is no file or folder /sal
                        perigee-lint: /*.luaa matches no file
                        """);
        assertThat(output()).contains("[PG501]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target=redis-7|--target cannot be 'redis-7'; did you mean redis-7.0?",
                "--profle=cluster|there is no option --profle; did you mean --profile?",
                "--profile=x|--profile cannot be 'x'; it is one of standalone, cluster, alibaba, dragonfly, kvrocks",
                "--keys=two|--keys takes a number from 0 to 9999, and 'two' is none",
                "--strict=no|--strict takes no value, and 'no' is one",
                "--output=|--output takes a file, and '' is none",
                "--format|a value is missing after --format",
                "--fail-on=all|--fail-on cannot be 'all'; it is one of error, warning, note, never",
                "--keys=1 --keys=2|--keys is given twice",
                "--strict --strict|--strict is given twice",
                "--stdin-name=a.lua x.lua|--stdin-name is the name of the standard input, and - is not among the inputs",
                "--strict|name files, folders or globs to check, or - for the standard input"
            })
    void aWrongCommandLineIsExplained(String argument, String message) {
        assertThat(run("", argument.split(" "))).isEqualTo(2);
        assertThat(errors()).startsWith("perigee-lint: " + message + "\n");
    }

    @ParameterizedTest
    @CsvSource({"warning, 1", "error, 0", "never, 0", "note, 1"})
    void theStatusDependsOnTheSeverity(String failOn, int status) {
        assertThat(run("if redis.call('EXISTS', KEYS[1]) then return 1 end", "-", "--fail-on", failOn))
                .isEqualTo(status);
    }

    @Test
    void optionsChangeWhatIsFound() {
        assertThat(run("return redis.call('GET', 'a')", "-")).isZero();
        assertThat(run("return redis.call('GET', 'a')", "-", "--profile", "cluster"))
                .isEqualTo(1);
        assertThat(run("return redis.call('HTTL', KEYS[1], 'FIELDS', 1, 'a')", "-"))
                .isEqualTo(1);
        assertThat(run("return redis.call('HTTL', KEYS[1], 'FIELDS', 1, 'a')", "-", "--target", "redis-7.4"))
                .isZero();
        assertThat(run("return redis.call('GET', KEYS[2])", "-", "--keys", "1")).isEqualTo(1);
    }

    @Test
    void suppressionsAreHonouredAndUnusedOnesReported() {
        assertThat(run("-- perigee: allow PG501 a patched server\nreturn redis.call('GTE', KEYS[1])", "-"))
                .isZero();
        assertThat(run("-- perigee: allow PG501 a patched server\nreturn redis.call('GET', KEYS[1])", "-"))
                .isEqualTo(1);
        assertThat(output()).contains("[PG113] PG501 is suppressed here, and does not occur");
        assertThat(run("-- perigee: allow PG501\nreturn redis.call('GTE', KEYS[1])", "-"))
                .isEqualTo(1);
        assertThat(output()).contains("[PG109] PG501 is suppressed without a reason");
        assertThat(run("-- perigee: allow PG301 only the compiler checks it\nreturn 1", "-"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- perigee: allow PG603 zero counts\n-- perigee: allow PG501 a patched server\n",
                "-- perigee: allow PG603 zero counts,\n-- as it does elsewhere\n  -- perigee: allow PG501 a patched server\n",
                "--[[ perigee: allow PG603 zero counts,\nas it does elsewhere ]]\n-- perigee: allow PG501 patched\n",
                "-- perigee: allow PG603, PG501 a patched server\n",
                "-- perigee: allow PG603,PG501 a patched server\n",
                "-- perigee: allow PG603 PG501 a patched server\n",
                "-- perigee: allow pg603 , PG501: a patched server\n",
                "--[[ perigee: allow PG501 PG603 a patched server,\nand zero counts ]]\n",
                "--[[ perigee: allow PG603: zero counts ]] -- perigee: allow PG501: a patched server\n"
            })
    void suppressionsStackAndListCodes(String comments) {
        run(comments + "if redis.call('EXISTS', KEYS[1]) then return redis.call('GTE', KEYS[1]) end", "-");

        assertThat(output()).isEqualTo("nothing found in 1 script\n");
    }

    @Test
    void aListOfCodesIsNoReason() {
        run(
                "-- perigee: allow PG603 PG501\nif redis.call('EXISTS', KEYS[1]) then return redis.call('GTE', KEYS[1]) end",
                "-");

        assertThat(output())
                .contains(
                        "PG603 is suppressed without a reason",
                        "PG501 is suppressed without a reason",
                        "[PG501] there");
    }

    @Test
    void aCommentBehindCodeDoesNotStack() {
        run(
                "local a = 1 -- perigee: allow PG501 a patched server\n-- and so on\nreturn redis.call('GTE', KEYS[1])",
                "-");

        assertThat(output())
                .contains("[PG501] there is no command", "help: it covers lines 1 and 2; PG501 is on line 3\n");
    }

    @Test
    void anUnusedSuppressionIsToldWhatItCovers() {
        run("-- perigee: allow PG501 a\n-- b\nreturn 1", "-");
        assertThat(output()).contains("help: it covers lines 1 to 3; remove it\n");
        run("-- perigee: allow PG501 a\n\nlocal a = redis.call('GTE', 'a')\nreturn redis.call('GTE', 'a')", "-");
        assertThat(output()).contains("help: it covers lines 1 and 2; PG501 is on lines 3, 4\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PG505|return redis.call('HTTL', KEYS[1], 'FIELDS', 1, 'a')|redis-7.4",
                "PG311|return redis.call('GET', KEYS[1] .. ':x')|redis-7.0",
                "PG312|return redis.call('GET', redis.call('GET', KEYS[1]))|redis-7.0",
                "PG314|return redis.call('GET', KEYS[ARGV[1] + 0])|redis-7.0",
                "PG607|return cjson.encode(server.call('KEYS', '*'))|valkey-8.0"
            })
    void aSuppressionThatOtherSettingsNeedIsNotUnused(String code, String script, String target) {
        String[] arguments = {"-", "--fail-on=note", "--target", target, "--format=json"};

        run("-- perigee: allow " + code + " for others\n" + script, arguments);
        assertThat(output()).doesNotContain("PG113");
        run("-- perigee: allow " + code + " for others\nreturn redis.call('GET', KEYS[1])", arguments);
        assertThat(output()).contains("\"PG113\"", code + " is suppressed here, and does not occur");
        run("-- perigee: allow " + code + " for others\n\n" + script, arguments);
        assertThat(output()).contains("PG113");
    }

    @Test
    void aSuppressionThatNamesNoRuleIsReported() {
        assertThat(run("-- perigee: allow\nreturn redis.call('GET', KEYS[1])", "-"))
                .isEqualTo(1);
        assertThat(output())
                .contains("1:1: error: [PG109] this suppression names no rule, and covers nothing")
                .contains("help: name one: the code is printed in brackets at the start of every finding");
        assertThat(run("-- perigee: allowed here are numbers only\nreturn 1", "-"))
                .isZero();
    }

    @Test
    void jsonIsReadBack() {
        run("return 'a\\n\"\u20ac' .. nil\n", "-", "--format=json");
        JsonNode json = new ObjectMapper().readTree(output());

        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("version").asString()).isEqualTo(Version.of());
        assertThat(json.path("settings").toString())
                .isEqualTo("{\"target\":\"redis-7.0\",\"profile\":\"standalone\",\"strict\":false}");
        assertThat(json.path("errors").asInt()).isEqualTo(1);
        JsonNode finding = json.path("findings").get(0);
        assertThat(finding.path("code").asString()).isEqualTo("PG612");
        assertThat(finding.path("line").asInt()).isEqualTo(1);
        assertThat(finding.path("column").asInt()).isEqualTo(19);
        assertThat(finding.path("endColumn").asInt()).isEqualTo(22);
    }

    @Test
    void sarifIsValid() throws IOException {
        Path report = folder.resolve("report.sarif");
        int status =
                run(BUGGY, "-", folder.resolve("sale").toString(), "--format=sarif", "--output", report.toString());

        assertThat(status).isEqualTo(1);
        String sarif = Files.readString(report);
        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(sarif.replace("\"startLine\": 2", "\"startLine\": 0"), InputFormat.JSON))
                .isNotEmpty();
        JsonNode run = new ObjectMapper().readTree(sarif).path("runs").get(0);
        assertThat(run.path("results")).hasSize(2);
        JsonNode result = run.path("results").get(1);
        assertThat(run.path("tool")
                        .path("driver")
                        .path("rules")
                        .get(result.path("ruleIndex").asInt())
                        .path("id"))
                .isEqualTo(result.path("ruleId"));
    }

    @Test
    void sarifHasNotesAndHelpAndTheRulesPages() throws IOException {
        SourceText source = new SourceText("buy.lua", BUGGY);
        ScriptFinding finding = ScriptFinding.of(ScriptRule.UNKNOWN_COMMAND, new Span(0, 5), "there is none")
                .note("looked in all")
                .note("and in others")
                .help("use another");
        String sarif = SarifReport.write(
                new LintReport(Settings.DEFAULT, List.of(new LintedScript(source, List.of(finding))), List.of()));

        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        JsonNode run = new ObjectMapper().readTree(sarif).path("runs").get(0);
        assertThat(run.path("results").get(0).path("message").path("text").asString())
                .isEqualTo("there is none.\nlooked in all\nand in others\nHelp: use another");
        for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
            for (String text : List.of("shortDescription", "fullDescription", "help")) {
                assertThat(rule.path(text).path("text").asString())
                        .as(rule.path("id").asString())
                        .isNotBlank()
                        .doesNotContain("](", "<!--", "## ");
            }
            assertThat(rule.path("help").path("markdown").asString()).contains("## Wrong", "## Right");
        }
    }

    @Test
    void reportsTellWhatWasNotChecked() throws IOException {
        String problem = "there is no file or folder " + folder.resolve("none");
        String[] arguments = {
            folder.resolve("sale").toString(), folder.resolve("none").toString()
        };

        run("", arguments[0], arguments[1], "--format=json");
        JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(json.path("problems").get(0).asString()).isEqualTo(problem);

        run("", arguments[0], arguments[1], "--format=sarif");
        assertThat(schema().validate(out.toString(StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
        JsonNode invocation = new ObjectMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("runs")
                .get(0)
                .path("invocations")
                .get(0);
        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation
                        .path("toolExecutionNotifications")
                        .get(0)
                        .path("message")
                        .path("text")
                        .asString())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.lua, a/b.lua",
        "./a/../b.lua, b.lua",
        "../b.lua, ../b.lua",
        "n\u00e4me 1%.lua, n%C3%A4me%201%25.lua",
        "a:b.lua, ./a:b.lua",
        "x/a:b.lua, x/a:b.lua",
        "<stdin>, %3Cstdin%3E"
    })
    void pathsAreUris(String path, String uri) {
        assertThat(ArtifactUri.of(path)).isEqualTo(uri);
        assertThat(URI.create(uri).getScheme()).isNull();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBackslashIsALetterWhereItSeparatesNothing() {
        assertThat(ArtifactUri.of("/x/./a\\b.lua")).isEqualTo("file:///x/a%5Cb.lua");
    }

    private static Schema schema() throws IOException {
        try (InputStream in = PerigeeLintTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(
                            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON);
        }
    }

    @Test
    void helpNamesTheOptions() {
        assertThat(run("", "--help")).isZero();
        assertThat(output()).contains("--target", "--profile", "--format", "Exit status");
        assertThat(run("", "-h")).isZero();
        assertThat(run("")).isEqualTo(2);
        assertThat(errors()).contains("usage:");
    }
}
