package dev.perigee.lua.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.syntax.ScriptLoader;
import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptSha1IT {

    @Test
    void theDigestIsWhatScriptLoadAnswers() throws IOException {
        List<String> files =
                List.of("", " ", "return 1", "return 1\r\n", "return 'é日😀\\255\0'", "-- a\r\r\n\n\r", "x = '\ufeff'");
        List<String> digests = new ArrayList<>();
        List<byte[]> scripts = new ArrayList<>();
        for (String file : files) {
            AssembledScript script = (AssembledScript) ScriptAssembly.assemble(file.getBytes(StandardCharsets.UTF_8));
            digests.add(script.sha1());
            scripts.add(script.bytes());
        }
        try (RedisServer server = RedisServer.start();
                ScriptLoader loader = new ScriptLoader(server.host(), server.port())) {
            assertThat(loader.load(scripts)).isEqualTo(digests);
        }
    }
}
