package dev.perigee.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTreeTest {

    @ParameterizedTest
    @CsvSource({
        "shop/target/classes, main",
        "shop/target/test-classes, test",
        "shop/build/classes/java/main, main",
        "shop/build/classes/java/test, test",
        "shop/build/classes/java/integrationTest, integrationTest",
        "shop/build/classes/kotlin/test, test",
        "shop/bin/main, main",
        "shop/bin/test, test",
        "shop/out/production/shop, main",
        "classes, main",
        "'', main"
    })
    void tellsTheSourceSetByTheFolderOfTheClasses(Path classes, String sourceSet) {
        assertThat(SourceTree.sourceSet(classes)).isEqualTo(sourceSet);
    }

    @ParameterizedTest
    @CsvSource({"shop/target/classes", "shop/build/classes/java/main", "shop/bin/main", "shop"})
    void findsTheResourcesOfTheMainClasses(String classes, @TempDir Path root) throws IOException {
        Path main = Files.createDirectories(root.resolve("shop/src/main/resources"));
        Files.createDirectories(root.resolve("shop/src/test/resources"));

        assertThat(SourceTree.resourceFolders(root.resolve(classes))).containsExactly(main);
    }

    @ParameterizedTest
    @CsvSource({"shop/target/test-classes, test", "shop/build/classes/java/integrationTest, integrationTest"})
    void looksIntoTheResourcesOfASourceSetAndThenOfMain(String classes, String set, @TempDir Path root)
            throws IOException {
        Path main = Files.createDirectories(root.resolve("shop/src/main/resources"));
        Path own = Files.createDirectories(root.resolve("shop/src/" + set + "/resources"));

        assertThat(SourceTree.resourceFolders(root.resolve(classes))).containsExactly(own, main);
    }

    @Test
    void prefersTheNearestModule(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("src/main/resources"));
        Path module = Files.createDirectories(root.resolve("shop/src/main/resources"));

        assertThat(SourceTree.resourceFolders(root.resolve("shop/target/classes")))
                .containsExactly(module);
    }

    @Test
    void findsNothingWhereThereIsNoSourceTree(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("src/main/java"));
        Files.createFile(Files.createDirectories(root.resolve("shop/src/main")).resolve("resources"));

        assertThat(SourceTree.resourceFolders(root.resolve("shop/target/classes")))
                .isEmpty();
    }

    @Test
    void doesNotLookFurtherUpThanAProjectIsDeep(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("src/main/resources"));

        assertThat(SourceTree.resourceFolders(root.resolve("1/2/3/4/5/6"))).hasSize(1);
        assertThat(SourceTree.resourceFolders(root.resolve("1/2/3/4/5/6/7"))).isEmpty();
    }
}
