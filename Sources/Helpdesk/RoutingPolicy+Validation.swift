import HelpdeskTriage

extension RoutingPolicy {
    /// Checks that the policy can be used.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidConfiguration` and the setting that is wrong.
    public func validate() throws(HelpdeskError) {
        var names = Set<String>()
        for queue in queues {
            try require(!queue.name.isEmpty, "a queue has no name")
            try require(names.insert(queue.name).inserted, "two queues are called “\(queue.name)”")
            try require(
                !queue.languages.contains("") && !queue.plans.contains(""),
                "queue “\(queue.name)” takes a language or plan without a name")
            try queue.hours?.validate("queue “\(queue.name)”.hours")
            try validate(queue.targets, "queue “\(queue.name)”.targets")
        }
        try require(names.contains(fallbackQueue), "fallbackQueue is “\(fallbackQueue)”, which is no queue")
        if let onCall {
            try require(names.contains(onCall.queue), "onCall.queue is “\(onCall.queue)”, which is no queue")
            try require(
                !onCall.reasons.isEmpty || !onCall.priorities.isEmpty, "onCall names neither a reason nor a priority")
        }
        try validate(targets, "targets")
    }

    private func validate(_ targets: [TicketPriority: RoutingTarget], _ name: String) throws(HelpdeskError) {
        for (priority, target) in targets.sorted(by: { $0.key < $1.key }) {
            try target.validate("\(name).\(priority.rawValue)")
        }
    }

    private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(HelpdeskError) {
        if !condition { throw HelpdeskError(.invalidConfiguration, message()) }
    }
}
