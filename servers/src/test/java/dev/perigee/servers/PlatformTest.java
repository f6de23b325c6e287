package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, x86_64, linux-amd64",
        "Linux, aarch64, linux-arm64",
        "Linux, i386, linux-386",
        "Linux, x86, linux-386",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64"
    })
    void namesABinaryThatTheClassPathHas(String os, String arch, String suffix) {
        String resource = new Platform(os, arch).resource().orElseThrow();
        assertThat(resource).isEqualTo("redis-server-7.0.15-" + suffix);
        assertThat(PlatformTest.class.getClassLoader().getResource(resource)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64", "Mac OS X, x86", "SunOS, sparcv9"})
    void hasNoBinaryForOtherPlatforms(String os, String arch) {
        assertThat(new Platform(os, arch).resource()).isEmpty();
    }

    @Test
    void knowsThePlatformOfThisJvm() {
        assertThat(Platform.current().os()).isEqualTo(System.getProperty("os.name"));
        assertThat(Platform.current().arch()).isEqualTo(System.getProperty("os.arch"));
    }
}
