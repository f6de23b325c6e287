package dev.perigee.benchmarks.growth;

import com.sun.management.ThreadMXBean;
import dev.perigee.processor.PerigeeProcessor;
import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The processor, with a clock: the processor time and the allocations of its thread within its methods. What javac does
 * for it there counts, too, as completing the types it asks for.
 */
final class MeasuredProcessor implements Processor {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Processor processor = new PerigeeProcessor();
    private long cpu;
    private long allocated;

    /** The processor time so far, in nanoseconds. */
    long cpu() {
        return cpu;
    }

    /** The bytes allocated so far. */
    long allocated() {
        return allocated;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        long start = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        processor.init(environment);
        allocated += THREADS.getCurrentThreadAllocatedBytes() - bytes;
        cpu += THREADS.getCurrentThreadCpuTime() - start;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        long start = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        processor.process(annotations, round);
        allocated += THREADS.getCurrentThreadAllocatedBytes() - bytes;
        cpu += THREADS.getCurrentThreadCpuTime() - start;
        return false;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return processor.getCompletions(element, annotation, member, userText);
    }
}
