package dev.perigee.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.ScriptClient;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.spring.sales.autumn.FlashSale;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What people read when the application does not start, to the letter. */
class FailureAnalysisTest {

    private static final String VERSION = System.getProperty("perigee.version");

    @Test
    void aMissingInvokerIsAnsweredWithTheLinesForTheBuild() {
        FailureAnalysis analysis = analysis(new IllegalStateException(
                "wrapped", new InvokerException(Reason.MISSING, FlashSale.class, "No class", null)));
        assertThat(analysis.getDescription())
                .isEqualTo(
                        "The @RedisScript interface dev.perigee.spring.sales.autumn.FlashSale has no generated invoker:"
                                + " the Perigee annotation processor did not run when it was compiled.");
        assertThat(analysis.getAction()).isEqualTo("""
                Run the annotation processor when the interface is compiled. From JDK 23 on, javac runs only the processors \
                it is told of.

                Maven, in pom.xml:

                    <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                            <annotationProcessorPaths>
                                <path>
                                    <groupId>dev.perigee</groupId>
                                    <artifactId>perigee-processor</artifactId>
                                    <version>VERSION</version>
                                </path>
                            </annotationProcessorPaths>
                        </configuration>
                    </plugin>

                Gradle, in build.gradle:

                    dependencies {
                        annotationProcessor "dev.perigee:perigee-processor:VERSION"
                    }

                Then compile again.""".replace("VERSION", VERSION));
    }

    @Test
    void anInvokerOfAnotherVersionIsAnsweredWithTheVersionToUse() {
        FailureAnalysis analysis =
                analysis(new InvokerException(Reason.OTHER_VERSION, FlashSale.class, "Generated for version 99", null));
        assertThat(analysis.getDescription()).isEqualTo("Generated for version 99.");
        assertThat(analysis.getAction()).isEqualTo("""
                Use perigee-processor VERSION, the version of perigee-core and the starter, for every module with \
                @RedisScript interfaces, and compile them again from scratch:

                    mvn clean compile
                    gradle clean classes""".replace("VERSION", VERSION));
    }

    @Test
    void aStaleScriptIsAnsweredWithCompilingAgainOrStartingAllTheSame() {
        FailureAnalysis analysis = analysis(
                new InvokerException(Reason.STALE_SCRIPT, FlashSale.class, "sale.lua has changed: compile", null));
        assertThat(analysis.getDescription()).isEqualTo("sale.lua has changed: compile.");
        assertThat(analysis.getAction()).isEqualTo("""
                Compile the interface again from scratch, since build tools do not when only a .lua file changes:

                    mvn clean compile
                    gradle clean classes

                Or start all the same: perigee.stale-scripts=warn runs the text that was compiled in, and \
                perigee.stale-scripts=reload the changed file's, which nothing has checked.""");
    }

    @Test
    void aMissingCodecIsAnsweredWithTheBeansThatRegisterIt() {
        FailureAnalysis analysis = analysis(
                new InvokerException(Reason.MISSING_CODEC, FlashSale.class, "FlashSale has @Json values", null));
        assertThat(analysis.getDescription()).isEqualTo("FlashSale has @Json values.");
        assertThat(analysis.getAction()).isEqualTo("""
                For @Json values, add dev.perigee:perigee-jackson:VERSION, which uses the application's JsonMapper, or \
                declare a bean of type JsonCodec.

                For other types, register encoders and decoders with a bean:

                    @Bean
                    ScriptClientOptionsCustomizer codecs() {
                        return options -> options
                                .withEncoder(Money.class, ...)
                                .withDecoder(Money.class, ...);
                    }""".replace("VERSION", VERSION));
    }

    @Test
    void anUnreachableRedisIsAnsweredWithTheSettingsThatSayWhereItIs() {
        FailureAnalysis analysis = analysis(new RedisUnreachableException(
                "localhost:6379",
                new ConnectionFailedException("the server", "", new IOException("Connection refused"))));
        assertThat(analysis.getDescription())
                .isEqualTo("Cannot connect to Redis at localhost:6379: Connection refused");
        assertThat(analysis.getAction()).isEqualTo("""
                Start a Redis there, or say where yours is:

                    spring.data.redis.host=…
                    spring.data.redis.port=…

                or spring.data.redis.url, .cluster.nodes, .sentinel.nodes or .masterreplica.nodes. If it is there, check \
                that spring.data.redis.ssl.enabled says whether it expects TLS.""");
    }

    @Test
    void refusedCredentialsAreAnsweredWithTheSettingsThatHoldThem() {
        FailureAnalysis analysis = analysis(new RedisUnreachableException(
                "r1:6379",
                new ConnectionFailedException("r1", "", new IOException("NOAUTH Authentication required."))));
        assertThat(analysis.getDescription())
                .isEqualTo("Cannot connect to Redis at r1:6379: NOAUTH Authentication required.");
        assertThat(analysis.getAction()).isEqualTo("""
                The server is there, but refuses the credentials. Check spring.data.redis.username and \
                spring.data.redis.password, or those in spring.data.redis.url.""");
    }

    @Test
    void scriptsThatCannotBeLoadedAreListed() {
        FailureAnalysis analysis =
                analysis(new ScriptLoadException(List.of("r1: FlashSale.buy: no", "r2: FlashSale.buy: no"), null));
        assertThat(analysis.getDescription()).isEqualTo("""
                Redis scripts could not be loaded:

                    r1: FlashSale.buy: no
                    r2: FlashSale.buy: no""");
        assertThat(analysis.getAction()).isEqualTo("""
                If the server refuses the command, allow it to the application's user: ACL SETUSER … +script|load \
                +evalsha +evalsha_ro +eval_ro.

                If servers were only out of reach for now, start again; perigee.warm-up=best-effort starts all the same, \
                and calls load what is missing.""");
    }

    @Test
    void aMissingClientIsAnsweredWithTheWaysToOne() {
        FailureAnalysis analysis = analysis(new NoSuchBeanDefinitionException(ScriptClient.class));
        assertThat(analysis.getDescription())
                .isEqualTo(
                        "The application's @RedisScript interfaces need a ScriptClient. One is made where there is a"
                                + " single LettuceConnectionFactory or a primary one, but there is no Redis connection factory.");
        assertThat(analysis.getAction()).isEqualTo("""
                With Spring Boot's own connection factory: leave spring.data.redis.client-type at lettuce, and do not \
                exclude DataRedisAutoConfiguration.

                With several of your own: mark the LettuceConnectionFactory that scripts are to use as @Primary.

                Or declare a ScriptClient bean, by ScriptClient.connect.""");
    }

    @Test
    void otherMissingBeansAreLeftToSpringBoot() {
        assertThat(analyses(new NoSuchBeanDefinitionException(FlashSale.class))).isEmpty();
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return analyses(failure).findFirst().orElseThrow();
    }

    /** By the analyzers that are listed for Spring Boot to find. */
    private static Stream<FailureAnalysis> analyses(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getPackage() == FailureAnalysisTest.class.getPackage())
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull);
    }
}
