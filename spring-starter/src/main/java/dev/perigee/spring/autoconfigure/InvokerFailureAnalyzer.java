package dev.perigee.spring.autoconfigure;

import dev.perigee.error.InvokerException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to make the annotation processor generate what an interface lacks. */
final class InvokerFailureAnalyzer extends AbstractFailureAnalyzer<InvokerException> {

    private static final String PROCESSOR = """
            Run the annotation processor when the interface is compiled. From JDK 23 on, javac runs only the processors it is \
            told of.

            Maven, in pom.xml:

                <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <configuration>
                        <annotationProcessorPaths>
                            <path>
                                <groupId>dev.perigee</groupId>
                                <artifactId>perigee-processor</artifactId>
                                <version>%1$s</version>
                            </path>
                        </annotationProcessorPaths>
                    </configuration>
                </plugin>

            Gradle, in build.gradle:

                dependencies {
                    annotationProcessor "dev.perigee:perigee-processor:%1$s"
                }

            Then compile again.""";

    private static final String SAME_VERSION = """
            Use perigee-processor %1$s, the version of perigee-core and the starter, for every module with @RedisScript \
            interfaces, and compile them again from scratch:

                mvn clean compile
                gradle clean classes""";

    private static final String COMPILE_AGAIN = """
            Compile the interface again from scratch, since build tools do not when only a .lua file changes:

                mvn clean compile
                gradle clean classes

            Or start all the same: perigee.stale-scripts=warn runs the text that was compiled in, and \
            perigee.stale-scripts=reload the changed file's, which nothing has checked.""";

    private static final String CODEC_BEAN = """
            For @Json values, add dev.perigee:perigee-jackson:%1$s, which uses the application's JsonMapper, or declare a \
            bean of type JsonCodec.

            For other types, register encoders and decoders with a bean:

                @Bean
                ScriptClientOptionsCustomizer codecs() {
                    return options -> options
                            .withEncoder(Money.class, ...)
                            .withDecoder(Money.class, ...);
                }""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvokerException cause) {
        return switch (cause.reason()) {
            case MISSING -> analysis(missing(cause.type()), PROCESSOR, cause);
            case OTHER_VERSION -> analysis(cause.getMessage() + ".", SAME_VERSION, cause);
            case STALE_SCRIPT -> analysis(cause.getMessage() + ".", COMPILE_AGAIN, cause);
            case MISSING_CODEC -> analysis(cause.getMessage() + ".", CODEC_BEAN, cause);
        };
    }

    private static String missing(Class<?> type) {
        return "The @RedisScript interface " + type.getName() + " has no generated invoker: the Perigee annotation"
                + " processor did not run when it was compiled.";
    }

    private static FailureAnalysis analysis(String description, String action, InvokerException cause) {
        return new FailureAnalysis(description, action.formatted(PerigeeVersion.current()), cause);
    }
}
