package dev.perigee.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.perigee.client.ScriptClient;
import dev.perigee.spring.sales.spring.FlashSale;
import dev.perigee.spring.sales.spring.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

class RedisScriptBeansTest {

    private static final String SPRING = "dev.perigee.spring.sales.spring";
    private static final String AUTUMN = "dev.perigee.spring.sales.autumn";

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MockEnvironment environment = new MockEnvironment();
    private final ScriptClient client = mock(ScriptClient.class);

    @Test
    void findsInterfacesAndNestedInterfacesAndNothingElse() {
        register(SPRING);
        assertThat(beans.getBeanDefinitionNames()).containsExactlyInAnyOrder("flashSale", "baskets");
        assertThat(beans.getType("flashSale")).isEqualTo(FlashSale.class);
        assertThat(beans.getType("baskets")).isEqualTo(Shop.Baskets.class);
    }

    @Test
    void typesAreKnownBeforeAnyInstanceIsMade() {
        register(SPRING);
        beans.registerSingleton("client", client);
        assertThat(beans.getBeanNamesForType(FlashSale.class)).containsExactly("flashSale");
        assertThat(beans.getBeanNamesForType(Runnable.class)).isEmpty();
        verifyNoInteractions(client);
    }

    @Test
    void makesOneInstanceAndMakesItAtStart() {
        FlashSale sale = mock(FlashSale.class);
        doReturn(sale).when(client).create(FlashSale.class);
        doReturn(mock(Shop.Baskets.class)).when(client).create(Shop.Baskets.class);
        beans.registerSingleton("client", client);
        register(SPRING);
        beans.preInstantiateSingletons();
        verify(client, times(1)).create(FlashSale.class);
        assertThat(beans.getBean(FlashSale.class)).isSameAs(sale).isSameAs(beans.getBean("flashSale"));
        verify(client, times(1)).create(FlashSale.class);
    }

    @Test
    void interfacesOfTheSameNameAreToldApartByTheirFullNames() {
        register(SPRING, AUTUMN);
        assertThat(beans.getBeanDefinitionNames())
                .containsExactlyInAnyOrder(SPRING + ".FlashSale", AUTUMN + ".FlashSale", "baskets");
    }

    @Test
    void aNameThatIsTakenGivesWayToTheFullName() {
        beans.registerSingleton("flashSale", "not an interface");
        register(AUTUMN);
        assertThat(beans.getType(AUTUMN + ".FlashSale")).isEqualTo(dev.perigee.spring.sales.autumn.FlashSale.class);
    }

    @Test
    void anInterfaceThatIsABeanAlreadyIsLeftAlone() {
        beans.registerSingleton("mine", mock(FlashSale.class));
        register(SPRING);
        assertThat(beans.getBeanNamesForType(FlashSale.class)).containsExactly("mine");
        assertThat(beans.containsBean("baskets")).isTrue();
    }

    @Test
    void anInterfaceThatIsABeanOfTheParentIsLeftAlone() {
        DefaultListableBeanFactory parent = new DefaultListableBeanFactory();
        parent.registerSingleton("mine", mock(FlashSale.class));
        beans.setParentBeanFactory(parent);
        register(SPRING);
        assertThat(beans.getBeanDefinitionNames()).containsExactly("baskets");
    }

    @Test
    void aPackageNamedTwiceIsTakenOnce() {
        register(AUTUMN, "dev.perigee.spring.sales.autumn");
        assertThat(beans.getBeanDefinitionNames()).containsExactly("flashSale");
    }

    @Test
    void profilesOnInterfacesAreRespected() {
        environment.setActiveProfiles("holidays");
        register(SPRING);
        assertThat(beans.containsBean("vouchers")).isTrue();
    }

    @Test
    void packageNamesMayHavePlaceholders() {
        environment.setProperty("season", "autumn");
        register("dev.perigee.spring.sales.${season}");
        assertThat(beans.getBeanDefinitionNames()).containsExactly("flashSale");
    }

    private void register(String... packages) {
        new RedisScriptBeans(beans, environment, new DefaultResourceLoader()).register(List.of(packages));
    }
}
