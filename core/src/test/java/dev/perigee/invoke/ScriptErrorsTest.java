package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.error.ScriptErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptErrorsTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1");
    private static final String SHA1 = "89e1f2c5a1f0e2ab33c06ca43ec6d2a1dd4b6b8e";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # Redis 7.0 and later
            WRONGTYPE Operation against a key script: SHA, on @user_script:3. | WRONGTYPE | Operation against a key | 3
            ERR user_script:2: attempt to index a nil value script: SHA, on @user_script:2. | ERR | attempt to index a nil value | 2
            MYERR boom script: SHA, on @user_script:12. | MYERR | boom | 12
            MYERR script: SHA, on @user_script:12. | MYERR | "" | 12
            ERR Unknown Redis command called from script script: SHA, on @user_script:1. | ERR | Unknown Redis command called from script | 1
            # Redis 6.2
            ERR Error running script (call to f_SHA): @user_script:4: WRONGTYPE Operation against a key | WRONGTYPE | Operation against a key | 4
            ERR Error running script (call to f_SHA): @user_script:1: @user_script: 1: Unknown Redis command | ERR | Unknown Redis command | 1
            ERR Error running script (call to f_SHA): @user_script:2: user_script:2: attempt to call a nil value | ERR | attempt to call a nil value | 2
            ERR Error compiling script (new function): user_script:5: '=' expected near 'x' | ERR | '=' expected near 'x' | 5
            # Returned by the script as a value, or said by the server before it runs
            SOLD_OUT nothing left | SOLD_OUT | nothing left | 0
            SOLD_OUT | SOLD_OUT | "" | 0
            no code at all | "" | no code at all | 0
            ERR x script: not a hash, on @user_script:3. | ERR | x script: not a hash, on @user_script:3. | 0
            ERR x script: SHA, on @user_script:99999999999. | ERR | x script: SHA, on @user_script:99999999999. | 0
            """)
    void takesTheTextApart(String text, String code, String message, int line) {
        ScriptErrorException e = ScriptErrors.parse(SCRIPT, text.replace("SHA", SHA1));

        assertThat(e.code()).isEqualTo(code);
        assertThat(e.serverMessage()).isEqualTo(message.replace("SHA", SHA1));
        assertThat(e.line()).isEqualTo(line);
    }

    @Test
    void namesMethodFileAndLine() {
        ScriptErrorException e = ScriptErrors.parse(SCRIPT, "MYERR boom script: " + SHA1 + ", on @user_script:3.");

        assertThat(e).hasMessage("Sale.buy: MYERR boom (sale/buy.lua:3)");
        assertThat(e.method()).isEqualTo("Sale.buy");
        assertThat(e.file()).isEqualTo("sale/buy.lua");
    }

    @Test
    void addsWhatToDoWhereThatIsKnown() {
        assertThat(ScriptErrors.parse(SCRIPT, "READONLY You can't write against a read only replica."))
                .hasMessage("Sale.buy: READONLY You can't write against a read only replica.;"
                        + " the node is a replica, and the script writes (sale/buy.lua)");
    }

    @Test
    void readsMessagesOfSeveralLines() {
        ScriptErrorException e = ScriptErrors.parse(SCRIPT, "MYERR a\nb script: " + SHA1 + ", on @user_script:3.");

        assertThat(e.serverMessage()).isEqualTo("a\nb");
        assertThat(e.line()).isEqualTo(3);
    }
}
