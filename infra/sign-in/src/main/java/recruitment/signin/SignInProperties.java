package recruitment.signin;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer address of this provider, as its tokens say it
 * @param desks bases of the services whose desks people sign in to
 */
@ConfigurationProperties("sign-in")
record SignInProperties(String issuer, List<String> desks) {
}
