package recruitment.booking;

import recruitment.platformtest.BackingServices;

import org.springframework.context.annotation.Import;

/** The service on the broker and the store of all tests; one for all of them. */
@Import(BackingServices.class)
public abstract class ServiceIT extends ServiceClient {

}
