package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingScriptTest {

    private static final String WHOLE = "#!lua\nhead return 1\ntail end";
    private static final Script SCRIPT = Script.of("Shop.buy", "buy.lua", "of-the-file", 2, 0, "#!lua\n", "return 1")
            .recording(Sha1.of(WHOLE), "head ", "\ntail", " end");

    @Test
    void isSentWithWhatStandsAroundIt() {
        assertThat(SCRIPT.text()).isEqualTo(WHOLE);
        assertThat(SCRIPT.sha1()).isEqualTo(Sha1.of(WHOLE));
    }

    @Test
    void isComparedWithItsFile() {
        assertThat(SCRIPT.fileSha1()).isEqualTo("of-the-file");
    }

    @Test
    void runsOnceWhateverElseIsSaid() {
        Script limited = SCRIPT.timeout("PT1S");

        assertThat(limited.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
        assertThat(limited.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limited.fileSha1()).isEqualTo("of-the-file");
    }

    @Test
    void aChangedFileIsWrappedAsTheCompiledOneWas() {
        Script changed = SCRIPT.withText("of-the-new-file", "return 2");

        assertThat(changed.text()).isEqualTo("head return 2\ntail end");
        assertThat(changed.sha1()).isEqualTo(Sha1.of("head return 2\ntail end"));
        assertThat(changed.fileSha1()).isEqualTo("of-the-new-file");
        assertThat(changed.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    }

    @Test
    void aScriptThatIsNotWrappedIsItsFile() {
        Script plain = Script.of("Shop.buy", "buy.lua", "of-the-file", 1, 0, "return 1");

        assertThat(plain.fileSha1()).isEqualTo(plain.sha1());
    }
}
