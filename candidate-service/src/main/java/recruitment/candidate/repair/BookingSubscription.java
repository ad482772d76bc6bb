package recruitment.candidate.repair;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** This service's place in the booking events. */
@Component
class BookingSubscription {

	static final String BINDING = "bookingNews-in-0";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final BindingsLifecycleController bindings;

	private final KafkaAdmin kafka;

	private final String group;

	BookingSubscription(BindingsLifecycleController bindings, BindingServiceProperties properties, KafkaAdmin kafka) {
		this.bindings = bindings;
		this.kafka = kafka;
		this.group = properties.getGroup(BINDING);
	}

	/**
	 * Lets the group hear every booking event again that is still kept: a group whose
	 * positions are forgotten begins at the earliest. The broker refuses while another
	 * instance listens.
	 * @throws DataAccessResourceFailureException when the broker is away or refuses; the
	 * positions stay as they are
	 */
	void rewind() {
		try (Admin admin = Admin.create(this.kafka.getConfigurationProperties())) {
			if (hasPositions(admin)) {
				this.bindings.stop(BINDING);
				try {
					forgetPositions(admin);
				}
				finally {
					this.bindings.start(BINDING);
				}
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new DataAccessResourceFailureException("the group " + this.group + " cannot be rewound", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataAccessResourceFailureException("interrupted", ex);
		}
	}

	private boolean hasPositions(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
		return !admin.listConsumerGroupOffsets(this.group)
			.partitionsToOffsetAndMetadata()
			.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.isEmpty();
	}

	private void forgetPositions(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
		admin.deleteConsumerGroups(List.of(this.group)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

}
